import { expect, test } from "vitest";
import { createChatRequest } from "#inference/create-chat-request.ts";
import { textTurn } from "#inference/text-turn.ts";
import type { ChatPart, ChatTurn } from "#inference/chat-model.ts";
import { toMessages } from "./to-messages.ts";

const ask = (...turns: ChatTurn[]) => toMessages(createChatRequest({ turns }));
const QUESTION = textTurn({ role: "user", text: "What is it?" });
const call = (toolCallId: string, inputText: string): ChatPart => ({
  type: "tool-call",
  toolCallId,
  toolName: "look.up",
  inputText,
});
const result = (toolCallId: string, output: string, isError = false): ChatPart => ({
  type: "tool-result",
  toolCallId,
  toolName: "look.up",
  output,
  isError,
});

test("a text stands by itself, behind the system's", () => {
  expect(toMessages(createChatRequest({ system: "Be brief.", turns: [QUESTION] }))).toEqual([
    { role: "system", content: "Be brief." },
    { role: "user", content: "What is it?" },
  ]);
});

test("an image goes along as an address that holds it", () => {
  const image = { type: "image" as const, mediaType: "image/webp" as const, base64: "UklGRg==" };
  expect(ask({ role: "user", parts: [image, ...QUESTION.parts] })).toEqual([
    {
      role: "user",
      content: [
        { type: "image_url", image_url: { url: "data:image/webp;base64,UklGRg==" } },
        { type: "text", text: "What is it?" },
      ],
    },
  ]);
});

test("parallel calls are one message, each result one of its own, and what the person adds comes behind", () => {
  const messages = ask(
    QUESTION,
    { role: "assistant", parts: [call("a", '{"q": 1}'), call("b", "")] },
    { role: "user", parts: [result("a", "one"), result("b", "no such thing", true), { type: "text", text: "Go on." }] },
  );
  const name = expect.stringMatching(/^look_up_[0-9a-f]+$/);
  expect(messages.slice(1)).toEqual([
    {
      role: "assistant",
      content: null,
      tool_calls: [
        { id: "a", type: "function", function: { name, arguments: '{"q":1}' } },
        { id: "b", type: "function", function: { name, arguments: "{}" } },
      ],
    },
    { role: "tool", tool_call_id: "a", content: "one" },
    { role: "tool", tool_call_id: "b", content: "The tool failed: no such thing" },
    { role: "user", content: "Go on." },
  ]);
});

test.each(['"text"', "[1]", '{"cut', "null"])("arguments that are no object, %s, are none", (inputText) => {
  const [, answer] = ask(
    QUESTION,
    { role: "assistant", parts: [call("a", inputText)] },
    { role: "user", parts: [result("a", "x")] },
  );
  expect(answer).toMatchObject({ tool_calls: [{ function: { arguments: "{}" } }] });
});
