import { v7 as createId } from "uuid";
import { SIMULATOR_KEY, startSimulator, type Simulator } from "#inference/simulator/start-simulator.ts";
import { startRealtimeServer, type RealtimeServer } from "#realtime/realtime-server.ts";
import { createTestContainer, type TestContainer } from "#scripts/testing/test-container.ts";
import type { Actor } from "#server/context.ts";
import { issueSocketTicket, startSession } from "#server/domains/accounts/index.ts";
import { TestSocket } from "./test-socket.ts";

/** A real gateway on a port, with a database of its own and the simulator as its only provider. */
export type TestGateway = {
  container: TestContainer;
  server: RealtimeServer;
  simulator: Simulator;
  /** Somebody new, signed in. */
  createActor: () => Promise<Actor>;
  /** A socket of this person that was welcomed. */
  connect: (actor: Actor) => Promise<TestSocket>;
  /** The id of the simulator's model, `sim-short` for example, as everybody of the instance may use it. */
  modelId: (name: string) => string;
  close: () => Promise<void>;
};

/** Starts everything on free ports; `close` ends it all. */
export async function startTestGateway(): Promise<TestGateway> {
  const container = await createTestContainer();
  const { context } = container;
  const simulator = await startSimulator();
  const server = await startRealtimeServer(container, 0);
  const connectionId = await insertConnection(container, simulator.url);
  const sockets: TestSocket[] = [];
  return {
    container,
    server,
    simulator,
    modelId: (name) => `${connectionId}/${name}`,
    createActor: () => createActor(container),
    async connect(actor) {
      const socket = TestSocket.open(server.port, { ticket: await issueSocketTicket(context, actor) });
      sockets.push(socket);
      await socket.next("welcome");
      return socket;
    },
    async close() {
      for (const socket of sockets) socket.close();
      await server.drain();
      await simulator.close();
      await container.close();
    },
  };
}

async function createActor({ context }: TestContainer): Promise<Actor> {
  const id = createId();
  const person = { id, email: `${id}@example.org`, name: null, passwordHash: null, emailVerifiedAt: null };
  const terms = { unlessFirst: null, invitationCodeHash: null, identity: null };
  const account = await context.accounts.createUser({ ...person, createdAt: context.clock.now() }, terms);
  const { sessionId } = await startSession(context, id, { userAgent: null, ipAddress: "127.0.0.1" });
  return { userId: id, sessionId, role: account.role };
}

async function insertConnection({ context }: TestContainer, url: string): Promise<string> {
  const id = createId();
  await context.catalog.instance.insert({
    id,
    scope: "instance",
    provider: "openai",
    label: "Simulated AI",
    baseUrl: `${url}/v1`,
    sealedApiKey: context.secretBox.seal(SIMULATOR_KEY, id),
    modelNames: ["sim-short"],
    createdAt: context.clock.now(),
    checkedAt: null,
  });
  return id;
}
