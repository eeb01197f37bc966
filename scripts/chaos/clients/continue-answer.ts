import { v7 as createId } from "uuid";
import type { Asked } from "#scripts/chaos/checker/evidence.ts";
import type { ChaosClient } from "./chaos-client.ts";
import { deliver } from "./deliver.ts";
import type { Stage } from "./stage.ts";

/** Lets an answer that was broken off go on, with the model that began it; nothing where the client knows of none. */
export async function continueAnswer(
  stage: Stage,
  client: ChaosClient,
  { conversation }: { conversation: number },
): Promise<void> {
  const conversationId = stage.conversationIds[conversation] ?? "";
  const broken = client.book.latestBroken(conversationId);
  const first = stage.journal.asked.find(({ kind, answerId }) => kind !== "continue" && answerId === broken?.id);
  if (!broken || !first || !client.speaksNewest) return;
  const generationId = createId();
  const asked: Asked = {
    ...first,
    kind: "continue",
    client: client.name,
    question: null,
    generationId,
    outcome: "waiting",
  };
  stage.journal.asked.push(asked);
  const modelId = stage.toModelId(first.modelName);
  const wish = { type: "answer.continue" as const, conversationId, answerId: broken.id, modelId, generationId };
  void deliver(asked, () => client.request(wish));
}
