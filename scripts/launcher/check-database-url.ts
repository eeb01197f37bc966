import { Client } from "pg";
import { Refusal } from "#scripts/install/refusal.mjs";

const CONNECT_WITHIN_MS = 10_000;
/** The oldest that has everything we use. */
const OLDEST_VERSION = 150_000;

/** Throws Refusal unless a PostgreSQL new enough answers at `url`. The password in it is never repeated. */
export async function checkDatabaseUrl(url: string): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: CONNECT_WITHIN_MS });
  client.on("error", () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ version: number }>(
      "select current_setting('server_version_num')::int version",
    );
    if ((rows[0]?.version ?? 0) >= OLDEST_VERSION) return;
  } catch (cause) {
    throw new Refusal(
      `DATABASE_URL cannot be reached (${describe(cause)}): check its address, name, password and server.`,
    );
  } finally {
    await client.end().catch(() => undefined);
  }
  throw new Refusal("The server of DATABASE_URL is older than PostgreSQL 15: use 15 or later.");
}

function describe(cause: unknown): string {
  if (cause instanceof AggregateError) return cause.errors.map(describe).join(", ");
  return cause instanceof Error ? cause.message : String(cause);
}
