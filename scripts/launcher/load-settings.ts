import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { parseEnv } from "node:util";
import { Refusal } from "#scripts/install/refusal.mjs";
import { readLauncherEnv, type LauncherEnv } from "#server/env.ts";

/** What the launcher runs by: `variables` is what its children inherit, `dataFolder` an absolute path. */
export type LauncherSettings = {
  root: string;
  env: LauncherEnv;
  variables: Record<string, string | undefined>;
  dataFolder: string;
};

/**
 * The environment of this process over the `.env` of the project's folder. Throws Refusal that names all variables
 * that are not right at once.
 */
export async function loadSettings(root: string, given: Record<string, string | undefined>): Promise<LauncherSettings> {
  const variables = { ...(await readDotEnv(root)), ...given };
  try {
    const env = readLauncherEnv(variables);
    return { root, env, variables, dataFolder: resolve(root, env.DATA_FOLDER) };
  } catch (cause) {
    throw new Refusal(cause instanceof Error ? cause.message : String(cause));
  }
}

async function readDotEnv(root: string): Promise<Record<string, string | undefined>> {
  try {
    return parseEnv(await readFile(join(root, ".env"), "utf8"));
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return {};
    throw new Refusal("The file .env of the project's folder cannot be read: correct its permissions or remove it.");
  }
}
