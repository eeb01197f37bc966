import { v7 as createId } from "uuid";
import { startSimulator, type Simulator } from "#inference/simulator/start-simulator.ts";
import { SHORT_GRACE_MS } from "#realtime/drain.ts";
import { startRealtimeServer, type RealtimeServer } from "#realtime/realtime-server.ts";
import { insertSimulatorConnection } from "#scripts/testing/insert-simulator-connection.ts";
import { createTestContainer, type TestContainer } from "#scripts/testing/test-container.ts";
import { type Container, createContainer } from "#server/container.ts";
import type { Actor, ServerContext } from "#server/context.ts";
import { issueSocketTicket, startSession } from "#server/domains/accounts/index.ts";
import type { Env } from "#server/env.ts";
import { TestSocket } from "./test-socket.ts";

/** One process that takes sockets. */
type TestProcess = {
  server: RealtimeServer;
  context: ServerContext;
  /** A socket of this person that was welcomed. */
  connect: (actor: Actor) => Promise<TestSocket>;
  /** Ends it as Ctrl-C does. Safe to repeat. */
  stop: () => Promise<void>;
};

/** Real gateways on ports, with a database of their own and the simulator as their only provider. */
export type TestGateway = TestProcess & {
  container: TestContainer;
  simulator: Simulator;
  /** Somebody new, signed in. */
  createActor: () => Promise<Actor>;
  /** Another process on the same database; `given` replaces what its environment says. */
  startProcess: (given?: Partial<Env>) => Promise<TestProcess>;
  /** The id of the simulator's model, `sim-short` for example, as everybody of the instance may use it. */
  modelId: (name: string) => string;
  close: () => Promise<void>;
};

/** Starts everything on free ports; `close` ends it all. */
export async function startTestGateway(variables: Record<string, string> = {}): Promise<TestGateway> {
  const container = await createTestContainer(variables);
  const simulator = await startSimulator();
  const connectionId = await insertSimulatorConnection(container.context, simulator.url);
  const first = await startProcess(container);
  const processes = [first];
  return {
    ...first,
    container,
    simulator,
    modelId: (name) => `${connectionId}/${name}`,
    createActor: () => createActor(container),
    async startProcess(given = {}) {
      const process = await startProcess(createContainer({ ...container.env, ...given }, "another"));
      processes.push(process);
      return process;
    },
    async close() {
      for (const process of processes) await process.stop();
      await simulator.close();
    },
  };
}

async function startProcess(container: Container): Promise<TestProcess> {
  const { context } = container;
  const server = await startRealtimeServer(container, 0);
  const sockets: TestSocket[] = [];
  let stopping: Promise<void> | null = null;
  const stop = async (): Promise<void> => {
    await server.drain({ graceMs: SHORT_GRACE_MS, hurry: new AbortController().signal });
    for (const socket of sockets) socket.close();
    await container.close();
  };
  return {
    server,
    context,
    async connect(actor) {
      const socket = TestSocket.open(server.port, { ticket: await issueSocketTicket(context, actor) });
      sockets.push(socket);
      await socket.next("welcome");
      return socket;
    },
    stop: () => (stopping ??= stop()),
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
