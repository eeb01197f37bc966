import { dirname, join } from "node:path";
import { Client } from "pg";
import { Refusal } from "#scripts/install/refusal.mjs";
import { loadSecrets } from "#scripts/launcher/load-secrets.ts";
import { loadSettings } from "#scripts/launcher/load-settings.ts";
import { findOwner } from "#scripts/make-data/find-owner.ts";
import { makeData } from "#scripts/make-data/make-data.ts";
import { parseOrder } from "#scripts/make-data/parse-order.ts";
import { openInstanceDatabase, requireInstance } from "#scripts/user/open-instance-database.ts";

try {
  await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

/** Fills the instance's database with made-up conversations of one account: npm run make-data. */
async function main(words: readonly string[]): Promise<void> {
  const order = parseOrder(words);
  const settings = await loadSettings(dirname(import.meta.dirname), process.env);
  requireInstance(settings);
  const { secrets } = await loadSecrets(join(settings.dataFolder, "secrets"), settings.variables);
  const database = await openInstanceDatabase(settings, secrets.DATABASE_PASSWORD);
  const client = new Client({ connectionString: database.url });
  try {
    await client.connect();
    const owner = await findOwner(client, order.email);
    const startedAt = performance.now();
    const onProgress = (messages: number) => console.log(`${messages.toLocaleString("en")} messages`);
    await makeData(client, { ...order, userId: owner.id, now: new Date(), onProgress });
    await client.query("analyze");
    const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1);
    console.log(
      `${owner.email} has ${order.conversations.toLocaleString("en")} more conversations, made in ${seconds} s.`,
    );
  } finally {
    await client.end();
    await database.close();
  }
}
