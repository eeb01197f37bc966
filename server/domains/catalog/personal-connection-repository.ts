import { z } from "zod";
import { connectableProviderSchema } from "#contracts/connection.ts";
import type { PersonalConnection } from "#prisma/generated/client.ts";
import type { Database } from "#server/adapters/postgres/database.ts";
import type { ConnectionRecord, ConnectionStore } from "./catalog.ts";

/**
 * The connections of one person, in PostgreSQL. They always have a key, and always the provider's
 * own address: `insert` throws where that is not so.
 */
export function createPersonalConnectionRepository(
  { prisma }: Pick<Database, "prisma">,
  userId: string,
): ConnectionStore {
  const table = prisma.personalConnection;
  return {
    list: async () => (await table.findMany({ where: { userId }, orderBy: { id: "asc" } })).map(toRecord),
    async find(id) {
      const row = await table.findUnique({ where: { userId_id: { userId, id } } });
      return row && toRecord(row);
    },
    async insert({ scope: _scope, baseUrl, sealedApiKey, ...connection }) {
      if (baseUrl !== null || sealedApiKey === null) throw new Error("a personal connection has a key and no address");
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
  return { ...row, scope: "personal", provider, modelNames, baseUrl: null };
}
