import { dirname, join } from "node:path";
import { Refusal } from "#scripts/install/refusal.mjs";
import { loadSecrets } from "#scripts/launcher/load-secrets.ts";
import { loadSettings } from "#scripts/launcher/load-settings.ts";
import { openInstanceDatabase, requireInstance } from "#scripts/user/open-instance-database.ts";
import { runUserCommand } from "#scripts/user/run-user-command.ts";
import { createContainer } from "#server/container.ts";
import { readEnv } from "#server/env.ts";

try {
  console.log(await main(process.argv.slice(2)));
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

/** The operator's way to accounts, also while nobody can sign in: npm run user. */
async function main(words: readonly string[]): Promise<string> {
  const settings = await loadSettings(dirname(import.meta.dirname), process.env);
  requireInstance(settings);
  const { secrets } = await loadSecrets(join(settings.dataFolder, "secrets"), settings.variables);
  const database = await openInstanceDatabase(settings, secrets.DATABASE_PASSWORD);
  const variables = { ...settings.variables, ...secrets, DATABASE_URL: database.url, LOG_LEVEL: "error" };
  const container = createContainer(readEnv(variables), "user");
  try {
    return await runUserCommand(container.context, words);
  } finally {
    await container.close();
    await database.close();
  }
}
