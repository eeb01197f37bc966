import type { Journal } from "#scripts/chaos/clients/journal.ts";
import type { Database } from "#server/adapters/postgres/database.ts";
import type { ServerContext } from "#server/context.ts";
import type { Evidence, StoredConversation, Takeover } from "./evidence.ts";
import { readConversation } from "./read-conversation.ts";

export type Reading = {
  context: ServerContext;
  pool: Database["pool"];
  /** All that were seen in the run. */
  takeovers: () => readonly Takeover[];
};

/** Puts together what the clients wrote down and what is stored of their conversations. Rejects while the database is away. */
export async function readEvidence(
  reading: Reading,
  journal: Journal,
  names: readonly { userId: string; conversationId: string }[],
): Promise<Evidence> {
  const conversations: StoredConversation[] = [];
  for (const name of names) conversations.push(await readConversation(reading, name));
  const { asked, sightings, rollbacks, complaints } = journal;
  const ids = new Set(conversations.flatMap(({ generations }) => generations.map(({ id }) => id)));
  const takeovers = reading.takeovers().filter(({ generationId }) => ids.has(generationId));
  return { asked, stoppedIds: [...journal.stoppedIds], sightings, rollbacks, complaints, takeovers, conversations };
}
