import type { StandingClient } from "./standing-client.ts";

const NOTIFY = "select pg_notify($1, piece) from unnest($2::text[]) piece";

/**
 * Sends notifications on a channel: what is given within one turn of the event loop goes in one statement, in its order.
 * The returned function resolves when the database has them, and rejects where it cannot be reached.
 */
export function createNotificationSender(
  client: Pick<StandingClient, "get">,
  channel: string,
): (pieces: readonly string[]) => Promise<void> {
  let gathered: { pieces: string[]; sent: Promise<void> } | null = null;

  async function sendSoon(pieces: readonly string[]): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    gathered = null;
    const connection = await client.get();
    await connection.query({ name: "user-channel.notify", text: NOTIFY, values: [channel, pieces] });
  }

  return (pieces) => {
    if (gathered === null) {
      const gathering: string[] = [];
      gathered = { pieces: gathering, sent: sendSoon(gathering) };
    }
    gathered.pieces.push(...pieces);
    return gathered.sent;
  };
}
