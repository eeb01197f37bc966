import { v7 as createId } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { SOCKET_CLOSE_CODES } from "#contracts/socket-constants.ts";
import { encodeClientFrame } from "#scripts/testing/gateway/encode-client-frame.ts";
import { type HealthyViewer, startHealthyViewer } from "#scripts/testing/gateway/healthy-viewer.ts";
import { newTurn } from "#scripts/testing/gateway/new-turn.ts";
import { RawSocket } from "#scripts/testing/gateway/raw-socket.ts";
import { startTestGateway, type TestGateway } from "#scripts/testing/gateway/test-gateway.ts";
import { createRandom, type Random } from "#scripts/make-data/random.ts";
import { issueSocketTicket } from "#server/domains/accounts/index.ts";

/** Each is a socket whose every byte follows from the number: one that fails fails again. */
const SEEDS = Array.from({ length: 60 }, (_, index) => 4_000 + index);

let gateway: TestGateway;
let healthy: HealthyViewer;
beforeAll(async () => {
  gateway = await startTestGateway();
  healthy = await startHealthyViewer(gateway);
});
afterAll(async () => {
  expect(await healthy.end()).toBe(true);
  await gateway.close();
});

const NAMES = ["type", "requestId", "conversationId", "parts", "cursors", "since", "protocolVersion", "__proto__"];

/** A whole number from 0 up to, but not including, `end`. */
const below = (random: Random, end: number): number => random.integer(0, end - 1);

function randomValue(random: Random, depth = 0): unknown {
  const leaves = [
    null,
    true,
    -1,
    1e308,
    "",
    "x".repeat(below(random, 300)),
    "message.send",
    createId(),
    "\u0000\ud800",
  ];
  if (depth > 3 || random.isLucky(0.5)) return random.pick(leaves);
  const count = below(random, 6);
  const values = Array.from({ length: count }, () => randomValue(random, depth + 1));
  if (random.isLucky(0.5)) return values;
  return Object.fromEntries(values.map((value) => [random.pick(NAMES), value]));
}

/** A frame that would be served, as the browser sends it. */
function validFrame(random: Random): Record<string, unknown> {
  const conversationId = createId();
  const ids = { conversationId, answerId: createId(), generationId: createId(), modelId: "none/none" };
  const frames: Record<string, unknown>[] = [
    { type: "hello", protocolVersion: 2 },
    { type: "account.sync", since: null },
    { ...newTurn({ modelId: "none/none" }) },
    { type: "answer.regenerate", parentId: createId(), ...ids },
    { type: "answer.continue", ...ids },
    { type: "answer.reread", conversationId, answerId: createId() },
    { type: "generation.stop", generationId: createId() },
    { type: "conversation.subscribe", conversationId, cursors: { [createId()]: { epoch: 1, seq: 4 } } },
    { type: "conversation.unsubscribe", conversationId },
    { type: "conversation.read", conversationId },
  ];
  return { ...random.pick(frames), requestId: `r${below(random, 1_000)}` };
}

/** The same with one field gone, replaced or added. */
function mutate(frame: Record<string, unknown>, random: Random): Record<string, unknown> {
  const name = random.pick([...Object.keys(frame), ...NAMES]);
  const { [name]: _gone, ...rest } = frame;
  return random.isLucky(0.3) ? rest : { ...rest, [name]: randomValue(random) };
}

function randomBytes(random: Random): Buffer {
  return Buffer.from(Array.from({ length: 1 + below(random, 400) }, () => below(random, 256)));
}

/** What one hostile write is made of. */
function nextBytes(random: Random): Buffer {
  const text = JSON.stringify(mutate(validFrame(random), random));
  switch (below(random, 8)) {
    case 0:
      return randomBytes(random);
    case 1:
      return encodeClientFrame({ payload: randomBytes(random) });
    case 2:
      return encodeClientFrame({ payload: JSON.stringify(randomValue(random)) });
    case 3:
      return encodeClientFrame({ payload: text.slice(0, below(random, text.length)) });
    case 4:
      return encodeClientFrame({ payload: text, opcode: below(random, 16), isFinal: random.isLucky(0.5) });
    case 5: {
      const whole = encodeClientFrame({ payload: text });
      return whole.subarray(0, below(random, whole.length));
    }
    default:
      return encodeClientFrame({ payload: text });
  }
}

async function attack(seed: number): Promise<number> {
  const random = createRandom(seed);
  const ticket = await issueSocketTicket(gateway.context, await gateway.createActor());
  const socket = await RawSocket.open(gateway.server.port, ticket);
  for (let write = 0; write < 40 && socket.stream.writable; write++) socket.write(nextBytes(random));
  socket.stream.end();
  return socket.closed;
}

test("whatever sixty sockets send, nobody else loses a word, and every goodbye has a code of the list", async () => {
  const known = new Set<number>([0, 1_000, ...Object.values(SOCKET_CLOSE_CODES)]);
  const strange: { seed: number; code: number }[] = [];
  for (const seed of SEEDS) {
    const code = await attack(seed);
    if (!known.has(code)) strange.push({ seed, code });
  }
  expect(strange).toEqual([]);
  await healthy.goesOn();
  const { connections } = gateway.server.gateway;
  await expect.poll(() => connections.size).toBe(1);
  expect(connections.frameMemory.total).toBe(0);
}, 60_000);
