import { expect, test } from "vitest";
import { createChatRequest } from "#inference/create-chat-request.ts";
import { textTurn } from "#inference/text-turn.ts";
import { toRequest } from "./to-request.ts";

test("a request is what Anthropic's protocol makes of it, for the model that is named", () => {
  const turns = [textTurn({ role: "user", text: "Why?" })];
  const tools = [{ name: "look", description: "Looks.", inputSchema: { type: "object" } }];
  const request = createChatRequest({ system: "Be brief.", turns, tools, outputTokensMax: 100 });
  expect(toRequest("claude-opus-5", request)).toMatchObject({
    model: "claude-opus-5",
    max_tokens: 100,
    stream: true,
    system: [{ text: "Be brief.", cache_control: { type: "ephemeral" } }],
    messages: [{ role: "user" }],
    tools: [{ name: "look" }],
  });
});
