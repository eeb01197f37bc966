import { z } from "zod";
import { connectableProviderSchema } from "#contracts/connection.ts";
import type { InstanceConnection } from "#prisma/generated/client.ts";
import type { Database } from "#server/adapters/postgres/database.ts";
import type { ConnectionRecord, ConnectionStore } from "./catalog.ts";

/** Plain SQL, because every message passes here. */
const FIND = `select id, provider, label, base_url as "baseUrl", project, region, sealed_api_key as "sealedApiKey",
  model_names as "modelNames", created_at as "createdAt", checked_at as "checkedAt"
  from instance_connections where id = $1`;

/** The connections that everybody of the instance may use, in PostgreSQL. */
export function createInstanceConnectionRepository({
  pool,
  prisma,
}: Pick<Database, "pool" | "prisma">): ConnectionStore {
  const table = prisma.instanceConnection;
  return {
    list: async () => (await table.findMany({ orderBy: { id: "asc" } })).map(toRecord),
    async find(id) {
      const query = { name: "connections.find-instance", text: FIND, values: [id] };
      const [row] = (await pool.query<InstanceConnection>(query)).rows;
      return row ? toRecord(row) : null;
    },
    async insert({ scope: _scope, ...connection }) {
      await table.create({ data: connection });
    },
    async recordCheck(id, checked) {
      const [row] = await table.updateManyAndReturn({ where: { id }, data: checked });
      return row ? toRecord(row) : null;
    },
    delete: async (id) => (await table.deleteMany({ where: { id } })).count > 0,
  };
}

function toRecord(row: InstanceConnection): ConnectionRecord {
  const provider = connectableProviderSchema.parse(row.provider);
  return { ...row, scope: "instance", provider, modelNames: z.array(z.string()).parse(row.modelNames) };
}
