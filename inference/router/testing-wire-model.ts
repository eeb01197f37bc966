import type { ChatModel } from "#inference/chat-model.ts";
import { writtenText } from "#inference/continue/written-text.ts";
import { continueAnswer } from "#inference/simulator/continue-answer.ts";
import type { SimulatedWire } from "#inference/simulator/simulated-request.ts";
import { speechOf } from "#inference/simulator/speech-of.ts";
import { TIME_LIMITS } from "#inference/time-limits.ts";
import { fromEvent as fromAnthropicEvent } from "#inference/wire/anthropic-messages/from-event.ts";
import type { FromEvent } from "#inference/wire/answer.ts";
import { fromEvent as fromGeminiEvent } from "#inference/wire/gemini/from-event.ts";
import { fromEvent as fromOpenaiEvent } from "#inference/wire/openai-chat/from-event.ts";
import { fromEvent as fromResponsesEvent } from "#inference/wire/openai-responses/from-event.ts";
import { streamAnswer } from "#inference/wire/stream-answer.ts";
import { CUT_SCENARIOS, findAnswer } from "./testing-cuts.ts";

/** The protocols, each with what reads it. */
export const WIRES = {
  openai: fromOpenaiEvent,
  "openai-responses": fromResponsesEvent,
  anthropic: fromAnthropicEvent,
  gemini: fromGeminiEvent,
} satisfies Partial<Record<SimulatedWire, FromEvent>>;

export type Wire = keyof typeof WIRES;

/** What is asked for of the corpus: the text, whether its last words come once more, and after how many bytes a new answer is cut. */
export type WireAnswer = { wire: Wire; name: string; repeats: boolean; cutAfter: number | null };

/** A model that reads its answer as from a provider, and no network: the same bytes, a thousand times as fast. */
export function createWireModel({ wire, name, repeats, cutAfter }: WireAnswer): ChatModel {
  return {
    stream(request, signal) {
      const written = writtenText(request.continues);
      const bytes = writeBytes({ wire, name, repeats, written });
      const isCut = written === "" && cutAfter !== null;
      return streamAnswer(
        {
          modelName: name,
          apiKey: null,
          timeLimits: TIME_LIMITS,
          continues: request.continues,
          fromEvent: WIRES[wire],
          open: async () => new Response(isCut ? bytes.subarray(0, cutAfter) : bytes, { headers: EVENT_STREAM }),
        },
        signal,
      );
    },
  };
}

const EVENT_STREAM = { "content-type": "text/event-stream" };

type Written = Omit<WireAnswer, "cutAfter"> & { written: string };

/** The bytes of an answer; those of the last whole one are kept. */
export function writeBytes({ wire, name, repeats, written }: Written): Buffer<ArrayBuffer> {
  const key = `${wire} ${name}`;
  const cached = written === "" ? wholes.get(key) : undefined;
  if (cached !== undefined) return cached;
  const scenario = CUT_SCENARIOS[`${repeats ? "overlap" : "corpus"}-${name}`];
  if (scenario === undefined) throw new Error(`The corpus has no ${name}.`);
  const answer = continueAnswer(findAnswer(name), { scenario, parameter: null, written });
  const frames = speechOf(wire).writeFrames(answer, name);
  const bytes = Buffer.from(frames.map(({ text }) => text).join(""));
  if (written === "") wholes.set(key, bytes);
  return bytes;
}

const wholes = new Map<string, Buffer<ArrayBuffer>>();
