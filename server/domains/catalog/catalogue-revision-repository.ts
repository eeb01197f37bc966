import { catalogueDocumentSchema, type CatalogueDocument } from "#contracts/catalogue-document.ts";
import type { Database } from "#server/adapters/postgres/database.ts";
import type { CatalogueMark, CatalogueRevisionStore, RevisionRecord } from "./catalogue-revision.ts";
import { createInstanceConnectionRepository } from "./instance-connection-repository.ts";

/** `xmin` is the transaction that wrote a row: it differs after every change, whoever made it. */
const LOOK = `select coalesce((select max(id) from catalogue_revisions), 0) as revision,
  coalesce((select string_agg(id::text || ' ' || xmin::text, ',' order by id) from instance_connections), '') as connections`;

const NEWEST = "select id, document from catalogue_revisions order by id desc limit 1";

/** Two who change the same revision want the same id, and the key lets one of them have it. */
const INSERT = `insert into catalogue_revisions (id, made_at, made_by, summary, document)
  select $1::integer + 1, $2, $3, $4, $5 where $1::integer = coalesce((select max(id) from catalogue_revisions), 0)
  on conflict (id) do nothing`;

const SELECT = `select r.id, r.made_at as "madeAt", r.summary, r.document, u.id as "userId", u.email, u.name
  from catalogue_revisions r left join users u on u.id = r.made_by`;

type Row = {
  id: number;
  madeAt: Date;
  summary: string;
  document: unknown;
  userId: string | null;
  email: string | null;
  name: string | null;
};

/** The revisions of the catalogue in PostgreSQL. */
export function createCatalogueRevisionRepository(database: Pick<Database, "pool" | "prisma">): CatalogueRevisionStore {
  const { pool } = database;
  const connections = createInstanceConnectionRepository(database);
  return {
    async look() {
      const [mark] = (await pool.query<CatalogueMark>({ name: "catalogue.look", text: LOOK })).rows;
      return mark ?? { revision: 0, connections: "" };
    },
    async read() {
      const [newest, listed] = await Promise.all([
        pool.query<{ id: number; document: unknown }>(NEWEST),
        connections.list(),
      ]);
      const [row] = newest.rows;
      return { revision: row?.id ?? 0, document: row ? toDocument(row.document) : null, connections: listed };
    },
    async insert({ baseRevision, madeAt, madeBy, summary, document }) {
      const values = [baseRevision, madeAt, madeBy, summary, JSON.stringify(document)];
      return (await pool.query(INSERT, values)).rowCount === 1;
    },
    async find(id) {
      const [row] = (await pool.query<Row>(`${SELECT} where r.id = $1`, [id])).rows;
      return row ? toRecord(row) : null;
    },
    async list({ before, limit }) {
      const text = `${SELECT} where $1::integer is null or r.id < $1 order by r.id desc limit $2`;
      return (await pool.query<Row>(text, [before, limit])).rows.map(toRecord);
    },
  };
}

function toRecord({ userId, email, name, document, ...row }: Row): RevisionRecord {
  const madeBy = userId !== null && email !== null ? { id: userId, email, name } : null;
  return { ...row, madeBy, document: toDocument(document) };
}

/** Null where a later version of this program wrote it. */
function toDocument(stored: unknown): CatalogueDocument | null {
  return catalogueDocumentSchema.safeParse(stored).data ?? null;
}
