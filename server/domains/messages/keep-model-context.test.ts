import { expect, test } from "vitest";
import type { BranchName, ContextTurn } from "#server/ports/context-cache.ts";
import { keepModelContext } from "./keep-model-context.ts";

const BRANCH: BranchName = { userId: "user", conversationId: "conversation", leafId: "answer" };

/** What is kept of an answer to these turns. */
async function keep(context: ContextTurn[], text: string): Promise<ContextTurn[] | null> {
  let kept: ContextTurn[] | null = null;
  const contextCache = { keep: async (_name: BranchName, turns: ContextTurn[]) => void (kept = turns) };
  const ctx = { contextCache } as unknown as Parameters<typeof keepModelContext>[0];
  await keepModelContext(ctx, BRANCH, {
    context,
    answer: [
      { type: "reasoning", text: "Hm" },
      { type: "text", text },
    ],
  });
  return kept;
}

test("what the next turn reads is what this one read, and its answer", async () => {
  expect(await keep([{ role: "user", text: "One" }], "Two")).toEqual([
    { role: "user", text: "One" },
    { role: "assistant", text: "Two" },
  ]);
});

test("what is longer than a context may be is left to the database, which knows where to cut", async () => {
  const turns = Array.from({ length: 400 }, (): ContextTurn => ({ role: "user", text: "x" }));
  expect(await keep(turns, "y")).toBeNull();
  expect(await keep(turns.slice(1), "y")).toHaveLength(400);
  expect(await keep([{ role: "user", text: "x".repeat(400_000) }], "y")).toBeNull();
});
