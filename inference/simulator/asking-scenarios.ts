import type { Scenario } from "./scenarios.ts";
import { answerWithText, countTokens, type SimulatedAnswer } from "./simulated-answer.ts";
import type { SimulatedAsk, SimulatedTurn } from "./simulated-request.ts";

/** The scenarios that look at what comes with the question: images, tools and their results, a form for the answer. */
export const ASKING_SCENARIOS = {
  see: {
    description: "names the kinds of the images that it was sent",
    answer: (_question, _parameter, asked) => answerWithText(describeImages(lastOf(asked))),
    readsQuestion: true,
  },
  "use-tools": {
    description: "calls every tool that it may call, in parallel, and then says what each has told",
    answer: (_question, _parameter, asked) => callOrTell(asked),
    readsQuestion: true,
  },
  calculate: {
    description: "has a calculator work out 17 * 23, where it may call one, and then says what it told",
    answer: (_question, _parameter, asked) => calculateOrTell(asked),
    readsQuestion: true,
  },
  structured: {
    description: "answers with JSON that names the fields of the form that it was given",
    answer: (_question, _parameter, asked) => answerWithText(fillForm(asked?.answerSchema)),
    readsQuestion: true,
  },
} satisfies Record<string, Scenario>;

/** The last turn of the user that is not the instruction to go on. */
function lastOf(asked: SimulatedAsk | undefined): SimulatedTurn | undefined {
  const turns = asked?.continues === "" ? asked.turns : asked?.turns.slice(0, -2);
  return turns?.findLast(({ role }) => role === "user");
}

function describeImages(turn: SimulatedTurn | undefined): string {
  const images = turn?.images ?? [];
  return images.length === 0 ? "I see nothing." : `I see ${images.length}: ${images.join(", ")}.`;
}

function callOrTell(asked: SimulatedAsk | undefined): SimulatedAnswer {
  const results = lastOf(asked)?.toolResults ?? [];
  const told = asked?.turns.flatMap((turn) => turn.toolResults) ?? [];
  if (results.length > 0) return answerWithText(told.map(({ id, output }) => `${id} told ${output}.`).join(" "));
  const toolNames = asked?.toolNames ?? [];
  return {
    pieces: toolNames.map((toolName, index) => ({
      type: "tool-call",
      toolCallId: `call_${index + 1}`,
      toolName,
      tokens: ['{"place":', ` ${index + 1}}`],
    })),
    finishReason: "tool-calls",
    usage: countTokens({ inputTokens: 12, outputTokens: 2 * toolNames.length }),
  };
}

function calculateOrTell(asked: SimulatedAsk | undefined): SimulatedAnswer {
  const result = lastOf(asked)?.toolResults[0];
  if (result !== undefined) return answerWithText(`The calculator says ${result.output}.`);
  if (!asked?.toolNames.includes("calculator")) return answerWithText("There is no calculator here.");
  return {
    pieces: [
      { type: "text", tokens: ["Let me", " work that out."] },
      {
        type: "tool-call",
        toolCallId: "call_1",
        toolName: "calculator",
        tokens: ['{"expression":', ' "17 *', ' 23"}'],
      },
    ],
    finishReason: "tool-calls",
    usage: countTokens({ inputTokens: 14, outputTokens: 9 }),
  };
}

function fillForm(schema: unknown): string {
  const properties = typeof schema === "object" && schema !== null && "properties" in schema ? schema.properties : {};
  return JSON.stringify(Object.fromEntries(Object.keys(properties ?? {}).map((name) => [name, `a ${name}`])));
}
