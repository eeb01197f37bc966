import { expect, test } from "vitest";
import type { MessagePart } from "#contracts/message.ts";
import { readModelContext } from "./read-model-context.ts";

type Stored = { id: string; role: "user" | "assistant"; parts: readonly MessagePart[] };

const text = (value: string): MessagePart => ({ type: "text", text: value });
const stored = (role: Stored["role"], ...parts: MessagePart[]): Stored => ({ id: "id", role, parts });

/** What a model reads where the database finds these messages above. */
function read(above: Stored[], added: MessagePart[] = [], leafId: string | null = "leaf") {
  const messages = { readBranch: async () => above };
  const contextCache = { read: (_name: unknown, load: () => unknown) => load() };
  const ctx = { messages, contextCache } as unknown as Parameters<typeof readModelContext>[0];
  return readModelContext(ctx, "user", { conversationId: "conversation", leafId, added });
}

test("a first message is all there is, and the database is not asked", async () => {
  expect(await read([stored("user", text("never read"))], [text("Hello")], null)).toEqual([
    { role: "user", text: "Hello" },
  ]);
});

test("the branch comes first, then what the person just wrote", async () => {
  expect(
    await read([stored("user", text("One")), stored("assistant", text("Two"))], [text("Three"), text("Four")]),
  ).toEqual([
    { role: "user", text: "One" },
    { role: "assistant", text: "Two" },
    { role: "user", text: "Three\n\nFour" },
  ]);
});

test("reasoning and tool calls are not told again, a refusal is", async () => {
  const call: MessagePart = { type: "tool-call", toolCallId: "1", toolName: "x", inputText: "{}" };
  const answer = stored("assistant", { type: "reasoning", text: "Hm" }, { type: "refusal", text: "No." }, call);
  expect(await read([stored("user", text("One")), answer])).toEqual([
    { role: "user", text: "One" },
    { role: "assistant", text: "No." },
  ]);
});

test("a branch that was cut in the middle begins with a person's turn", async () => {
  const above = [stored("assistant", text("the end of something")), stored("user", text("Next"))];
  expect(await read(above)).toEqual([{ role: "user", text: "Next" }]);
});

test("a branch of which only the end of one long answer was read leaves it out: no provider begins with an answer", async () => {
  expect(await read([stored("assistant", text("very long"))], [text("Next")])).toEqual([
    { role: "user", text: "Next" },
  ]);
});
