import { generateKeyPair, randomBytes } from "node:crypto";
import { chmod, link, mkdir, open, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

const generate = promisify(generateKeyPair);

/** Secrets that the system cannot be without. A file keeps each; a variable of the same name wins over it. */
const MAKERS = {
  AUTH_SECRET: async () => randomBytes(32).toString("base64url"),
  ENCRYPTION_KEYS: async () => `k1:${randomBytes(32).toString("base64")}`,
  DATABASE_PASSWORD: async () => randomBytes(24).toString("base64url"),
  TOKEN_PRIVATE_KEY: async () => {
    const { privateKey } = await generate("rsa", {
      modulusLength: 2_048,
      publicKeyEncoding: { type: "spki", format: "pem" },
      privateKeyEncoding: { type: "pkcs8", format: "pem" },
    });
    return privateKey;
  },
} satisfies Record<string, () => Promise<string>>;

export type Secrets = Record<keyof typeof MAKERS, string>;

/**
 * The secrets: those of `given`, else of the files in `folder`, the missing ones made now. The folder and its files are readable by the owner alone,
 * and made so again when they were not. `wereMade` says whether this was the first time.
 */
export async function loadSecrets(
  folder: string,
  given: Record<string, string | undefined>,
): Promise<{ secrets: Secrets; wereMade: boolean }> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await chmod(folder, 0o700);
  let wereMade = false;
  const load = async (name: keyof typeof MAKERS): Promise<string> => {
    if (given[name]) return given[name];
    const file = join(folder, name);
    const kept = await readKept(file);
    if (kept !== null) return kept;
    wereMade = true;
    return make(file, await MAKERS[name]());
  };
  const [authSecret, encryptionKeys, databasePassword, tokenPrivateKey] = await Promise.all([
    load("AUTH_SECRET"),
    load("ENCRYPTION_KEYS"),
    load("DATABASE_PASSWORD"),
    load("TOKEN_PRIVATE_KEY"),
  ]);
  const secrets = {
    AUTH_SECRET: authSecret,
    ENCRYPTION_KEYS: encryptionKeys,
    DATABASE_PASSWORD: databasePassword,
    TOKEN_PRIVATE_KEY: tokenPrivateKey,
  };
  return { secrets, wereMade };
}

async function readKept(file: string): Promise<string | null> {
  try {
    const value = (await readFile(file, "utf8")).trim();
    await chmod(file, 0o600);
    return value === "" ? null : value;
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return null;
    throw cause;
  }
}

/** Written whole and to the disk before it has its name: half a secret would lock its owner out for ever. */
async function make(file: string, value: string): Promise<string> {
  const half = `${file}.new`;
  await rm(half, { force: true });
  const handle = await open(half, "wx", 0o600);
  await handle.writeFile(`${value}\n`);
  await handle.sync();
  await handle.close();
  await rm(file, { force: true });
  await link(half, file);
  await rm(half);
  return value;
}
