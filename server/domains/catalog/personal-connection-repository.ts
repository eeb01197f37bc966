import { z } from "zod";
import { connectableProviderSchema } from "#contracts/connection.ts";
import type { PersonalConnection } from "#prisma/generated/client.ts";
import type { Database } from "#server/adapters/postgres/database.ts";
import type { ConnectionRecord, ConnectionStore } from "./catalog.ts";

/** Plain SQL, because every message passes here. */
const FIND = `select user_id as "userId", id, provider, label, sealed_api_key as "sealedApiKey",
  model_names as "modelNames", created_at as "createdAt", checked_at as "checkedAt"
  from personal_connections where user_id = $1 and id = $2`;

/**
 * The connections of one person, in PostgreSQL. They always have a key, and always the provider's
 * own address, without a project or a region: `insert` throws where that is not so.
 */
export function createPersonalConnectionRepository(
  { pool, prisma }: Pick<Database, "pool" | "prisma">,
  userId: string,
): ConnectionStore {
  const table = prisma.personalConnection;
  return {
    list: async () => (await table.findMany({ where: { userId }, orderBy: { id: "asc" } })).map(toRecord),
    async find(id) {
      const query = { name: "connections.find-personal", text: FIND, values: [userId, id] };
      const [row] = (await pool.query<PersonalConnection>(query)).rows;
      return row ? toRecord(row) : null;
    },
    async insert({ scope: _scope, baseUrl, project, region, sealedApiKey, ...connection }) {
      const goesAnywhere = baseUrl !== null || project !== null || region !== null;
      if (goesAnywhere || sealedApiKey === null) throw new Error("a personal connection has a key and no address");
      await table.create({ data: { ...connection, sealedApiKey, userId } });
    },
    async recordCheck(id, checked) {
      const [row] = await table.updateManyAndReturn({ where: { userId, id }, data: checked });
      return row ? toRecord(row) : null;
    },
    delete: async (id) => (await table.deleteMany({ where: { userId, id } })).count > 0,
  };
}

function toRecord({ userId: _userId, ...row }: PersonalConnection): ConnectionRecord {
  const provider = connectableProviderSchema.parse(row.provider);
  const modelNames = z.array(z.string()).parse(row.modelNames);
  return { ...row, scope: "personal", provider, modelNames, baseUrl: null, project: null, region: null };
}
