import { readFile } from "node:fs/promises";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import { SchemaEngine } from "@prisma/schema-engine-wasm";

const PATH = "prisma/schema.prisma";

/**
 * The SQL with which Prisma itself would make an empty database into what `prisma/schema.prisma`
 * says. `databaseUrl` is any database that answers: the engine asks it for its version only.
 */
export async function renderPrismaSchema(databaseUrl: string): Promise<string> {
  const content = await readFile(PATH, "utf8");
  const adapter = bindMigrationAwareSqlAdapterFactory(new PrismaPg({ connectionString: databaseUrl }));
  const engine = await SchemaEngine.new({ datamodels: [[PATH, content]] }, () => undefined, adapter);
  try {
    const result = await engine.diff({
      from: { tag: "empty" },
      to: { tag: "schemaDatamodel", files: [{ path: PATH, content }] },
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    });
    if (!result.stdout) throw new Error("Prisma made no SQL from the schema.");
    return result.stdout;
  } finally {
    engine.free();
  }
}
