import { CODE_TEXT, UNICODE_TEXT, writeCount } from "#inference/simulator/texts.ts";
import {
  answerWithText,
  countTokens,
  type SimulatedAnswer,
  type SimulatedPiece,
  toTokens,
} from "#inference/simulator/simulated-answer.ts";

const TABLE_TEXT = `| City | Rain in a year | Umbrellas |
| --- | ---: | --- |
| Bergen | 2,250 mm | always |
| Hamburg | 770 mm | often |
| Seville | 530 mm | seldom |`;

const LIST_TEXT = `1. Wash the rice.
2. Wash the rice again.
   - cold water
   - cold water
3. Boil it, boil it, boil it.`;

/** What answers are made of: several scripts, emoji, code, tables, repetitions, reasoning, calls of tools. */
export const CORPUS: Record<string, SimulatedAnswer> = {
  prose: answerWithText(
    "It was, as far as anybody could tell, the same rain as yesterday; only the umbrellas were new.",
  ),
  scripts: answerWithText(UNICODE_TEXT),
  chinese: { ...answerWithText(""), pieces: [signs("雨下了一整夜。早上的街道很安静，只有几把新伞。")] },
  thai: { ...answerWithText(""), pieces: [signs("ฝนตกทั้งคืน ตอนเช้าถนนเงียบมาก")] },
  emoji: answerWithText("👩‍👩‍👧‍👦 family, 🏳️‍🌈 flag, 👍🏽 thumb, 🇪🇺 union, ❤️‍🔥 heart 👍🏽👍🏽👍🏽 end"),
  arabic: answerWithText("هطل المطر طوال الليل، وفي الصباح كان الشارع هادئًا إلا من بعض المظلات الجديدة."),
  code: answerWithText(CODE_TEXT),
  table: answerWithText(TABLE_TEXT),
  list: answerWithText(LIST_TEXT),
  count: answerWithText(writeCount(40)),
  reasoning: compose("stop", [
    words("reasoning", "The person wants rain. I give rain, with umbrellas."),
    words("text", "It rained all night, and in the morning the street was quiet."),
  ]),
  tools: compose("tool-calls", [
    words("reasoning", "I need the weather and the time."),
    words("text", "Let me look at both."),
    {
      type: "tool-call",
      toolCallId: "call_1",
      toolName: "get_weather",
      tokens: ['{"city":', ' "Ber', 'lin", "é": "👍"}'],
    },
    { type: "tool-call", toolCallId: "call_2", toolName: "get_time", tokens: ["{}"] },
  ]),
  "tools-alone": compose("tool-calls", [
    { type: "tool-call", toolCallId: "call_1", toolName: "get_weather", tokens: ['{"city":', ' "Berlin"}'] },
  ]),
};

function words(type: "text" | "reasoning", text: string): SimulatedPiece {
  return { type, tokens: toTokens(text) };
}

/** Scripts without blanks come sign by sign. */
function signs(text: string): SimulatedPiece {
  return { type: "text", tokens: Array.from(text) };
}

function compose(finishReason: SimulatedAnswer["finishReason"], pieces: SimulatedPiece[]): SimulatedAnswer {
  return { pieces, finishReason, usage: countTokens({ inputTokens: 12, outputTokens: 20, reasoningTokens: 10 }) };
}
