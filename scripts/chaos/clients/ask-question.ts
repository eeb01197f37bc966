import { setTimeout as wait } from "node:timers/promises";
import { v7 as createId } from "uuid";
import type { Asked } from "#scripts/chaos/checker/evidence.ts";
import type { SendingWay } from "#scripts/chaos/plan/plan.ts";
import type { ChaosClient } from "./chaos-client.ts";
import { deliver } from "./deliver.ts";
import type { Stage } from "./stage.ts";

/** So long a person waits for the answer before; then the question is refused, which is part of the game. */
const WAIT_FOR_ANSWER_MS = 1_500;
const LOOK_EVERY_MS = 25;

type Question = { way: SendingWay; conversation: number; modelName: string; text: string };

/** Asks something at the end of what the client knows of the conversation. Does not wait for the acknowledgement. */
export async function askQuestion(stage: Stage, client: ChaosClient, question: Question): Promise<void> {
  const conversationId = stage.conversationIds[question.conversation] ?? "";
  await waitForAnswer(client, conversationId);
  const parentId = client.book.latestAnswer(conversationId)?.id ?? null;
  const ids = { messageId: createId(), answerId: createId(), generationId: createId() };
  const asked: Asked = {
    kind: "send",
    client: client.name,
    userId: stage.userIds[question.conversation] ?? "",
    conversationId,
    questionId: ids.messageId,
    question: { parentId, text: question.text },
    answerId: ids.answerId,
    generationId: ids.generationId,
    modelName: question.modelName,
    outcome: "waiting",
  };
  stage.journal.asked.push(asked);
  const parts = [{ type: "text" as const, text: question.text }];
  const modelId = stage.toModelId(question.modelName);
  const message = { conversationId, parentId, parts, modelId, ...ids };
  const send = () => client.request({ type: "message.send", ...message });
  void deliver(asked, question.way === "socket" ? send : () => client.queueMessage(message));
}

async function waitForAnswer(client: ChaosClient, conversationId: string): Promise<void> {
  const end = performance.now() + WAIT_FOR_ANSWER_MS;
  while (performance.now() < end && client.book.latestAnswer(conversationId)?.status === "running") {
    await wait(LOOK_EVERY_MS);
  }
}
