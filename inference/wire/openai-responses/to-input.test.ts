import { expect, test } from "vitest";
import type { ChatPart } from "#inference/chat-model.ts";
import { createChatRequest } from "#inference/create-chat-request.ts";
import { textTurn } from "#inference/text-turn.ts";
import { toInput } from "./to-input.ts";

const QUESTION = textTurn({ role: "user", text: "What is it?" });

test("texts stand by themselves, images go along as addresses that hold them", () => {
  const image: ChatPart = { type: "image", mediaType: "image/jpeg", base64: "/9j/" };
  const turns = [
    QUESTION,
    textTurn({ role: "assistant", text: "Show me." }),
    { role: "user" as const, parts: [image] },
  ];
  expect(toInput(createChatRequest({ turns }))).toEqual([
    { role: "user", content: "What is it?" },
    { role: "assistant", content: "Show me." },
    { role: "user", content: [{ type: "input_image", image_url: "data:image/jpeg;base64,/9j/", detail: "auto" }] },
  ]);
});

test("calls and results are items without ids of OpenAI's, what is said stands before the calls", () => {
  const call = (toolCallId: string): ChatPart => ({ type: "tool-call", toolCallId, toolName: "look", inputText: "{}" });
  const result = (toolCallId: string, isError: boolean): ChatPart => ({
    type: "tool-result",
    toolCallId,
    toolName: "look",
    output: "seen",
    isError,
  });
  const turns = [
    QUESTION,
    { role: "assistant" as const, parts: [call("a"), call("b"), { type: "text" as const, text: "Let me look." }] },
    { role: "user" as const, parts: [result("a", false), result("b", true), ...QUESTION.parts] },
  ];
  expect(toInput(createChatRequest({ turns })).slice(1)).toEqual([
    { role: "assistant", content: "Let me look." },
    { type: "function_call", call_id: "a", name: "look", arguments: "{}" },
    { type: "function_call", call_id: "b", name: "look", arguments: "{}" },
    { type: "function_call_output", call_id: "a", output: "seen" },
    { type: "function_call_output", call_id: "b", output: "The tool failed: seen" },
    { role: "user", content: "What is it?" },
  ]);
});
