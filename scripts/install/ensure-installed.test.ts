import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ensureInstalled } from "./ensure-installed.mjs";
import { createProgress } from "./progress.mjs";

// Plays npm: notes what it was asked for and installs what a real one would.
const FAKE_NPM = `
const { appendFileSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } = require("node:fs");
appendFileSync("npm.log", process.argv.slice(2).join(" ") + "\\n");
if (process.env.FAKE_NPM_FAILS) { console.error("npm error network unreachable"); process.exit(1); }
const lock = JSON.parse(readFileSync("package-lock.json", "utf8"));
const withTools = process.argv.includes("--include=dev");
rmSync("node_modules", { recursive: true, force: true });
const packages = Object.fromEntries(Object.entries(lock.packages).filter(([path, entry]) => path && (withTools || !entry.dev)));
for (const path of Object.keys(packages)) {
  mkdirSync(path, { recursive: true });
  for (const file of ["package.json", "index.js", "index.js.map", "index.d.ts", "README.md", "LICENSE.md"]) writeFileSync(path + "/" + file, "{}");
}
writeFileSync("node_modules/.package-lock.json", JSON.stringify({ packages }));
`;

const LOCK = {
  packages: {
    "": { dependencies: { next: "16.0.0" }, devDependencies: { vitest: "5.0.0", prisma: "7.0.0" } },
    "node_modules/next": {
      version: "16.0.0",
      peerDependencies: { prisma: "*" },
      peerDependenciesMeta: { prisma: { optional: true } },
    },
    "node_modules/prisma": { version: "7.0.0", devOptional: true },
    "node_modules/vitest": { version: "5.0.0", dev: true },
    "node_modules/next-darwin-arm64": { version: "1.0.0", optional: true, dev: true },
  },
};

let root: string;
let output: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "polylogue-install-"));
  output = "";
  await writeFile(join(root, "npm.cjs"), FAKE_NPM);
  await writeFile(join(root, "package-lock.json"), JSON.stringify(LOCK));
  vi.stubEnv("npm_execpath", join(root, "npm.cjs"));
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(root, { recursive: true, force: true });
});

async function install(withTools: boolean): Promise<void> {
  const progress = createProgress({ isTerminal: false, write: (text) => (output += text) });
  await ensureInstalled({ root, withTools, progress });
}

async function npmRuns(): Promise<string[]> {
  const log = await readFile(join(root, "npm.log"), "utf8").catch(() => "");
  return log.split("\n").filter(Boolean);
}

const has = (path: string) => existsSync(join(root, "node_modules", path));

test("a first start installs without the tools and removes what nothing loads, licences kept", async () => {
  await install(false);
  expect(await npmRuns()).toEqual(["ci --omit=dev --no-audit --no-fund"]);
  expect([has("next/index.js"), has("next/LICENSE.md")]).toEqual([true, true]);
  expect([
    has("vitest"),
    has("prisma"),
    has("next/index.js.map"),
    has("next/index.d.ts"),
    has("next/README.md"),
  ]).toEqual(Array.from({ length: 5 }, () => false));
  expect(output).toContain("Installed packages");
});

test("the second start installs nothing and says nothing", async () => {
  await install(false);
  output = "";
  await install(false);
  expect(await npmRuns()).toHaveLength(1);
  expect(output).toBe("");
});

test("a changed lock file is installed anew, one that only changed other platforms' packages is not", async () => {
  await install(false);
  const other = { ...LOCK.packages, "node_modules/next-win32-x64": { version: "1.0.0", optional: true } };
  await writeFile(join(root, "package-lock.json"), JSON.stringify({ packages: other }));
  await install(false);
  expect(await npmRuns()).toHaveLength(1);
  const newer = { ...LOCK.packages, "node_modules/next": { version: "16.0.1" } };
  await writeFile(join(root, "package-lock.json"), JSON.stringify({ packages: newer }));
  await install(false);
  expect(await npmRuns()).toHaveLength(2);
});

test("a full install counts as fine and is never made smaller", async () => {
  await install(true);
  await install(false);
  expect(await npmRuns()).toEqual(["ci --include=dev --no-audit --no-fund"]);
  expect([has("vitest"), has("prisma"), has("next/index.d.ts")]).toEqual([true, true, true]);
});

test("the tests install anew over what a start made smaller", async () => {
  await install(false);
  await install(true);
  expect(await npmRuns()).toHaveLength(2);
  expect([has("vitest"), has("prisma"), has("next/index.d.ts")]).toEqual([true, true, true]);
});

test("an npm that fails is repeated in its own words, and refused with what to do", async () => {
  vi.stubEnv("FAKE_NPM_FAILS", "1");
  await expect(install(false)).rejects.toThrow("The packages could not be installed");
  expect(output).toContain("npm error network unreachable");
});
