import type { ChatRequest } from "#inference/chat-model.ts";
import type { JsonObject } from "#contracts/json-object.ts";
import { portableName } from "#inference/wire/portable-name.ts";

/** What a request to Gemini says beside its turns and its thinking, in the words of Google's SDK. */
export type GeminiConfig = {
  systemInstruction?: { parts: { text: string }[] };
  maxOutputTokens?: number;
  tools?: { functionDeclarations: { name: string; description: string; parametersJsonSchema: JsonObject }[] }[];
  responseMimeType?: "application/json";
  responseJsonSchema?: JsonObject;
};

/** What a request says beside its turns and its thinking, as Gemini wants it. */
export function writeConfig({ system, outputTokensMax, tools, answerFormat }: ChatRequest): GeminiConfig {
  return {
    ...(system === null || system.trim() === "" ? {} : { systemInstruction: { parts: [{ text: system }] } }),
    ...(outputTokensMax === null ? {} : { maxOutputTokens: outputTokensMax }),
    ...(tools.length === 0 ? {} : { tools: [{ functionDeclarations: tools.map(toDeclaration) }] }),
    ...(answerFormat === null ? {} : { responseMimeType: "application/json", responseJsonSchema: answerFormat.schema }),
  };
}

type Declaration = NonNullable<GeminiConfig["tools"]>[number]["functionDeclarations"][number];

function toDeclaration({ name, description, inputSchema }: ChatRequest["tools"][number]): Declaration {
  return { name: portableName(name), description, parametersJsonSchema: inputSchema };
}
