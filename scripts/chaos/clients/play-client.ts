import { setTimeout as wait } from "node:timers/promises";
import type { Step } from "#scripts/chaos/plan/plan.ts";
import { askAgain } from "./ask-again.ts";
import { askQuestion } from "./ask-question.ts";
import type { ChaosClient } from "./chaos-client.ts";
import { continueAnswer } from "./continue-answer.ts";
import { persist } from "./persist.ts";
import type { Stage } from "./stage.ts";

/** Lets one client do its steps, each at its time or when the one before it is done. Resolves behind the last. */
export async function playClient(stage: Stage, client: ChaosClient, steps: readonly Step[]): Promise<void> {
  client.connect();
  for (const step of steps) {
    await wait(Math.max(0, stage.startedAt + step.atMs - performance.now()));
    await play(stage, client, step);
  }
}

async function play(stage: Stage, client: ChaosClient, step: Step): Promise<void> {
  switch (step.action) {
    case "send":
      return askQuestion(stage, client, step);
    case "regenerate":
      return askAgain(stage, client, step);
    case "continue":
      return continueAnswer(stage, client, step);
    case "stop":
      return stop(stage, client, step);
    case "mark-read":
      return markRead(stage, client, step);
    case "disconnect":
      client.leave(step.how);
      await wait(step.awayMs);
      return client.connect();
    case "reload":
      client.leave("destroy");
      await wait(step.awayMs);
      await persist(() => client.reload());
      return client.connect();
  }
}

async function stop({ journal, conversationIds }: Stage, client: ChaosClient, step: { conversation: number }) {
  const id = conversationIds[step.conversation];
  const view = client.views.running.find(({ conversationId }) => conversationId === id);
  if (!view) return;
  journal.stoppedIds.add(view.generationId);
  void client.request({ type: "generation.stop", generationId: view.generationId });
}

async function markRead({ conversationIds }: Stage, client: ChaosClient, step: { conversation: number }) {
  const conversationId = conversationIds[step.conversation];
  if (conversationId && client.speaksNewest && client.book.knows(conversationId)) {
    void client.request({ type: "conversation.read", conversationId });
  }
}
