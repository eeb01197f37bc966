import { chmod, mkdir, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:net";
import { join } from "node:path";
import { afterEach, beforeEach, expect, inject, test, vi } from "vitest";
import { findFreePort } from "./find-free-port.ts";
import { makeTestFolder, startTestLauncher, type TestFolder } from "./testing/start-test-launcher.ts";

vi.setConfig({ testTimeout: 60_000 });

let folder: TestFolder;

beforeEach(async () => {
  folder = await makeTestFolder();
});

afterEach(() => folder.remove());

async function refusal(variables: Record<string, string> = {}): Promise<string> {
  const launcher = startTestLauncher(folder, variables);
  expect(await launcher.exited).toBe(1);
  expect(launcher.output()).not.toMatch(/^\s+at .+:\d+/m);
  return launcher.output().trim();
}

async function occupy(port: number): Promise<Server> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return server;
}

test("a port in use", async () => {
  const other = await occupy(folder.port);
  const words = await refusal();
  other.close();
  expect(words).toBe(`Port ${folder.port} is in use by another program: end that one, or set PORT to a free one.`);
});

test("an address that is not this machine's", async () => {
  expect(await refusal({ HOST: "192.0.2.7" })).toBe(
    "The address 192.0.2.7 is none of this machine's (EADDRNOTAVAIL): set HOST to 127.0.0.1 or 0.0.0.0.",
  );
});

test("an internal port in use, where one was asked for", async () => {
  const port = await findFreePort();
  const other = await occupy(port);
  const words = await refusal({ WEB_PORT: String(port), DATABASE_URL: inject("testPostgresUrl") });
  other.close();
  expect(words).toContain(`Port ${port} of WEB_PORT is in use by another program`);
});

test("a data folder that is a file, lies under one, or may not be written", async () => {
  const file = join(folder.root, "file");
  await writeFile(file, "");
  const isAFile = `The data folder ${file} cannot be used, it is a file: correct that, or set DATA_FOLDER to another.`;
  expect(await refusal({ DATA_FOLDER: file })).toBe(isAFile);
  expect(await refusal({ DATA_FOLDER: join(file, "data") })).toContain("a part of its path is a file: correct that");
  // Nothing can be made in /sys, not even by root; a folder without permissions stops everybody else.
  const closed = join(folder.root, "closed");
  await mkdir(closed);
  await chmod(closed, 0o500);
  const isRoot = process.getuid?.() === 0;
  expect(await refusal({ DATA_FOLDER: isRoot ? "/sys/polylogue" : closed })).toMatch(
    /cannot be used, .+: correct that, or set DATA_FOLDER to another\.$/,
  );
});

test("a data folder of another major version of PostgreSQL", async () => {
  const postgres = join(folder.dataFolder, "postgres");
  await mkdir(postgres, { recursive: true });
  await writeFile(join(postgres, "PG_VERSION"), "17\n");
  const words = await refusal();
  expect(words).toContain(`The data in ${postgres} was made by PostgreSQL 17 and this is 18: dump it with version 17`);
});

test("a DATABASE_URL where nobody answers, without saying its password", async () => {
  const port = await findFreePort();
  const words = await refusal({ DATABASE_URL: `postgres://somebody:hunter2@127.0.0.1:${port}/polylogue` });
  expect(words).toMatch(
    /^DATABASE_URL cannot be reached \(.*ECONNREFUSED.*\): check its address, name, password and server\.$/,
  );
  expect(words).not.toContain("hunter2");
});

test("a DATABASE_URL whose database is not there", async () => {
  const url = inject("testPostgresUrl").replace(/\/postgres$/, "/no_such_database");
  expect(await refusal({ DATABASE_URL: url })).toContain('database "no_such_database" does not exist');
});

test("variables that are not right, all of them named at once, their values not said", async () => {
  const words = await refusal({
    PORT: "eighty",
    DATABASE_URL: "mysql://hunter2@localhost/x",
    SIGN_UP: "sometimes",
    TRUSTED_PROXIES: "10.0.0.0/64",
    ENCRYPTION_KEYS: "hunter3",
  });
  for (const name of ["PORT", "DATABASE_URL", "SIGN_UP", "TRUSTED_PROXIES", "ENCRYPTION_KEYS"]) {
    expect(words).toContain(`  ${name}: `);
  }
  expect(words).toContain("docs/configuration.md");
  expect(words).not.toMatch(/hunter/);
});

test("the .env of the project's folder is read, and the environment wins over it", async () => {
  await writeFile(join(folder.root, ".env"), "SIGN_UP=sometimes\nLOG_LEVEL=loud\n");
  const words = await refusal({ LOG_LEVEL: "info" });
  expect(words).toContain("  SIGN_UP: ");
  expect(words).not.toContain("LOG_LEVEL");
});

test("a Redis that nobody can reach", async () => {
  const words = await refusal({ REDIS_URL: "redis://:secret@127.0.0.1:9", DATABASE_URL: inject("testPostgresUrl") });
  expect(words).toContain("REDIS_URL cannot be reached");
  expect(words).not.toContain("secret");
});
