/** What `unnest($1, $2, ...)` takes: for each picked value the array of it over all rows. */
export function toColumns<Row>(rows: readonly Row[], pick: (row: Row) => readonly unknown[]): unknown[][] {
  const columns: unknown[][] = [];
  for (const row of rows) {
    const values = pick(row);
    for (let index = 0; index < values.length; index++) (columns[index] ??= []).push(values[index]);
  }
  return columns;
}
