import type { ClientBase, Pool } from "pg";

/** What a database consists of, one line a column, index or constraint, so that two databases compare as text. */
export type Catalogue = { columns: string[]; indexes: string[]; constraints: string[] };

const OURS = "n.nspname = 'public' and c.relname <> '_prisma_migrations' and c.relkind in ('r', 'p')";

const COLUMNS = `
  select format('%s.%s %s%s%s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
    case when a.attnotnull then ' not null' else '' end,
    coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '')) as line
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
  where ${OURS} order by c.relname, a.attnum`;

const INDEXES = `
  select pg_get_indexdef(i.indexrelid) as line
  from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
  where ${OURS} order by 1`;

// Kind n (not null) stands with its column already.
const CONSTRAINTS = `
  select format('%s %s %s', c.relname, k.conname, pg_get_constraintdef(k.oid)) as line
  from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
  where ${OURS} and k.contype <> 'n' order by 1`;

/** Reads tables, columns (type, nullability, default, order), indexes and constraints of the schema `public`. */
export async function readCatalogue(connection: Pool | ClientBase): Promise<Catalogue> {
  const lines = async (sql: string) => (await connection.query<{ line: string }>(sql)).rows.map((row) => row.line);
  return {
    columns: await lines(COLUMNS),
    indexes: await lines(INDEXES),
    constraints: await lines(CONSTRAINTS),
  };
}
