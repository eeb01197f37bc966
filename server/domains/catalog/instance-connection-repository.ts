import { z } from "zod";
import { connectableProviderSchema } from "#contracts/connection.ts";
import type { InstanceConnection } from "#prisma/generated/client.ts";
import type { Database } from "#server/adapters/postgres/database.ts";
import type { ConnectionRecord, ConnectionStore } from "./catalog.ts";

/** The connections that everybody of the instance may use, in PostgreSQL. */
export function createInstanceConnectionRepository({ prisma }: Pick<Database, "prisma">): ConnectionStore {
  const table = prisma.instanceConnection;
  return {
    list: async () => (await table.findMany({ orderBy: { id: "asc" } })).map(toRecord),
    async find(id) {
      const row = await table.findUnique({ where: { id } });
      return row && toRecord(row);
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
