import { spawnSync } from "node:child_process";
import { copyFile, mkdtemp, readFile, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

// Fails when the committed database client is not the one that prisma/schema.prisma makes.
const root = join(import.meta.dirname, "../..");
const folder = await mkdtemp(join(tmpdir(), "polylogue-client-"));
const schema = join(folder, "schema.prisma");
await copyFile(join(root, "prisma/schema.prisma"), schema);
const prisma = join(root, "node_modules/prisma/build/index.js");
const result = spawnSync(process.execPath, [prisma, "generate", "--schema", schema], {
  cwd: root,
  encoding: "utf8",
  // It would fetch an engine that it does not need.
  env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: "/bin/true" },
});
const committed = await readAll(join(root, "prisma/generated"));
const generated = result.status === 0 ? await readAll(join(folder, "generated")) : new Map<string, string>();
await rm(folder, { recursive: true, force: true });
const stale = [...new Set([...committed.keys(), ...generated.keys()])].filter(
  (path) => committed.get(path) !== generated.get(path),
);
if (result.status !== 0) console.error(result.stderr);
else if (stale.length > 0) console.error(`Not what the schema makes: ${stale.join(", ")}. Run \`npm run generate\`.`);
process.exitCode = result.status !== 0 || stale.length > 0 ? 1 : 0;

async function readAll(base: string): Promise<Map<string, string>> {
  const entries = await readdir(base, { withFileTypes: true, recursive: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const contents = await Promise.all(
    files.map(async (file) => [file.slice(base.length + 1), await readFile(file, "utf8")] as const),
  );
  return new Map(contents);
}
