import type { MessagePart } from "#contracts/message.ts";
import type { StreamPart } from "#contracts/stream-part.ts";
import type { ChatModel } from "#inference/chat-model.ts";
import { makeCandidate } from "#inference/router/testing-candidate.ts";
import { CORPUS } from "#inference/router/testing-corpus.ts";
import { ask, collect, makeRouter, REQUEST } from "#inference/router/testing-router.ts";
import { createWireModel, type Wire, WIRES, writeBytes } from "#inference/router/testing-wire-model.ts";
import { TIME_LIMITS } from "#inference/time-limits.ts";
import { streamAnswer } from "#inference/wire/stream-answer.ts";
import { findBrokenPromise } from "./check-parts.ts";
import { mutateBytes } from "./mutate-bytes.ts";
import { seededRandom } from "#inference/router/testing-random.ts";

const NAMES = Object.keys(CORPUS);
const WIRE_NAMES = Object.keys(WIRES) as Wire[];
const CONTENT_TYPES = ["text/event-stream", "text/event-stream", "text/event-stream", "application/json", "text/plain"];
/** Each so many is also read by the router, with a healthy deployment behind it. */
const ROUTED_EACH = 8;

/** What one stream came to: `end` is the finish reason or the failure's code. */
export type FuzzedStream = { wire: Wire; bytes: number; parts: number; end: string };

/** Reads one mutated stream, the same for the same seed. Throws an Error that names the promise which was broken. */
export async function fuzzStream(seed: number): Promise<FuzzedStream> {
  const random = seededRandom(seed);
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
  const wire = pick(WIRE_NAMES);
  const whole = writeBytes({ wire, name: pick(NAMES), repeats: false, written: "" });
  const other = writeBytes({ wire: pick(WIRE_NAMES), name: pick(NAMES), repeats: false, written: "" });
  const bytes = mutateBytes(whole, other, random);
  const fuzzed: Fuzzed = { wire, bytes, contentType: pick(CONTENT_TYPES), seed };
  const continues: MessagePart[] =
    random() < 0.2 ? [{ type: "text", text: "It was, as far as anybody could tell," }] : [];
  const parts: StreamPart[] = [];
  const model = createFuzzedModel(fuzzed);
  for await (const part of model.stream({ ...REQUEST, continues }, new AbortController().signal)) parts.push(part);
  const broken = findBrokenPromise(parts, bytes.length) ?? (seed % ROUTED_EACH === 0 ? await route(fuzzed) : null);
  if (broken !== null) throw new Error(`Stream ${seed} (${wire}): ${broken}.`);
  const end = parts.at(-1);
  return { wire, bytes: bytes.length, parts: parts.length, end: end?.type === "error" ? end.error.code : "finish" };
}

type Fuzzed = { wire: Wire; bytes: Buffer; contentType: string; seed: number };

function createFuzzedModel({ wire, bytes, contentType, seed }: Fuzzed): ChatModel {
  return {
    stream: ({ continues }, signal) =>
      streamAnswer(
        {
          modelName: "fuzzed",
          apiKey: "secret-key",
          timeLimits: TIME_LIMITS,
          continues,
          fromEvent: WIRES[wire],
          open: async () => new Response(streamInPieces(bytes, seed), { headers: { "content-type": contentType } }),
        },
        signal,
      ),
  };
}

/** The bytes in pieces of any size; one in eight connections breaks where the bytes end. */
function streamInPieces(bytes: Buffer, seed: number): ReadableStream<Uint8Array> {
  const random = seededRandom(seed + 1);
  const breaks = random() < 0.125;
  const usual = random() < 0.5 ? 2_000 : 40;
  let at = 0;
  return new ReadableStream({
    pull(controller): void {
      if (at >= bytes.length) {
        if (breaks) controller.error(new Error("The connection broke."));
        else controller.close();
        return;
      }
      const to = at + 1 + Math.floor(random() * usual);
      controller.enqueue(bytes.subarray(at, to));
      at = to;
    },
  });
}

/** With a healthy deployment behind it even such a stream ends whole, unless it says that a safety system refused. */
async function route(fuzzed: Fuzzed): Promise<string | null> {
  const healthy = createWireModel({ wire: "openai", name: "prose", repeats: false, cutAfter: null });
  const ctx = makeRouter(({ deploymentId }) => (deploymentId === "fuzzed" ? createFuzzedModel(fuzzed) : healthy));
  const parts = await collect(ask(ctx, [makeCandidate("fuzzed"), makeCandidate("healthy")]));
  const end = parts.at(-1);
  const isWhole = end?.type === "finish" || (end?.type === "error" && end.error.code === "provider-content-filtered");
  if (!isWhole) return `routed, it ended as ${JSON.stringify(end)}`;
  return ctx.settled().length * 2 === ctx.attempts.length ? null : "a call was not settled once";
}
