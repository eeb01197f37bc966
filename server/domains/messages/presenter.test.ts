import { expect, test } from "vitest";
import type { MessagePart } from "#contracts/message.ts";
import type { Usage } from "#contracts/stream-part.ts";
import type { MessageNode } from "./message.ts";
import { presentMessage } from "./presenter.ts";

const ID = "01900000-0000-7000-8000-000000000001";

const present = (parts: readonly MessagePart[], usage: Usage | null = null) =>
  presentMessage({
    id: ID,
    conversationId: ID,
    parentId: null,
    role: "assistant",
    parts,
    status: "ended",
    generationId: ID,
    modelId: "demo/demo",
    usage,
    finishReason: "stop",
    error: null,
    createdAt: new Date(0),
    endedAt: new Date(0),
    siblingIds: [ID],
  } satisfies MessageNode);

test("whatever order the database keeps them in, the fields of every part stand as they were folded", () => {
  const parts: MessagePart[] = [
    { type: "notice", code: "context-trimmed", messagesLeftOut: 2 },
    { type: "reasoning", text: "Hm." },
    { type: "tool-call", toolCallId: "1", toolName: "look", inputText: "{}" },
    { type: "tool-result", toolCallId: "1", toolName: "look", output: "seen", isError: false },
    { type: "text", text: "There." },
    { type: "refusal", text: "No." },
  ];
  const reversed = parts.map((part) => Object.fromEntries(Object.entries(part).toReversed()));
  const stored = JSON.parse(JSON.stringify(reversed)) as MessagePart[];
  expect(JSON.stringify(stored)).not.toBe(JSON.stringify(parts));
  expect(JSON.stringify(present(stored).parts)).toBe(JSON.stringify(parts));
});

test("a usage that was stored before sound was counted has none", () => {
  const stored = { inputTokens: 1, cachedInputTokens: 0, cacheWriteTokens: 0, outputTokens: 2, reasoningTokens: 0 };
  const usage = JSON.parse(JSON.stringify(stored)) as Usage;
  expect(present([], usage).usage).toEqual({ ...stored, audioInputTokens: 0, audioOutputTokens: 0 });
  expect(present([]).usage).toBeNull();
});
