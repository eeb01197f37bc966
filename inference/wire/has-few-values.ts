/**
 * Whether JSON consists of at most `max` values, counting those within others. A schema says of each
 * value what is wrong with it, so that millions in one array cost seconds and a gigabyte.
 */
export function hasFewValues(json: unknown, max: number): boolean {
  const open: unknown[] = [json];
  let values = 1;
  while (open.length > 0) {
    const value = open.pop();
    if (typeof value !== "object" || value === null) continue;
    const inside: unknown[] = Array.isArray(value) ? value : Object.values(value);
    values += inside.length;
    if (values > max) return false;
    for (const one of inside) open.push(one);
  }
  return true;
}
