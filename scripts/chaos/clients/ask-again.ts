import { v7 as createId } from "uuid";
import type { Asked } from "#scripts/chaos/checker/evidence.ts";
import type { ChaosClient } from "./chaos-client.ts";
import { deliver } from "./deliver.ts";
import type { Stage } from "./stage.ts";

/** Asks for another answer to a question that the client knows and whose words are known; nothing where there is none. */
export async function askAgain(
  stage: Stage,
  client: ChaosClient,
  { conversation, modelName }: { conversation: number; modelName: string },
): Promise<void> {
  const conversationId = stage.conversationIds[conversation] ?? "";
  const parentId = client.book.latestQuestion(conversationId)?.id;
  const first = stage.journal.asked.find(({ kind, questionId }) => kind === "send" && questionId === parentId);
  if (!parentId || !first) return;
  const ids = { answerId: createId(), generationId: createId() };
  const { userId } = first;
  const names = { client: client.name, userId, conversationId, questionId: parentId, question: null };
  const asked: Asked = { kind: "regenerate", ...names, ...ids, modelName, outcome: "waiting" };
  stage.journal.asked.push(asked);
  const modelId = stage.toModelId(modelName);
  void deliver(asked, () => client.request({ type: "answer.regenerate", conversationId, parentId, modelId, ...ids }));
}
