import type { Actor } from "#server/context.ts";
import { newTurn } from "./new-turn.ts";
import type { TestGateway } from "./test-gateway.ts";
import type { TestSocket } from "./test-socket.ts";
import { viewOf } from "./view.ts";

/** Somebody with a socket on which an answer is being written, while others misbehave. */
export type HealthyViewer = {
  actor: Actor;
  socket: TestSocket;
  /** Resolves when further words came, each in its place. */
  goesOn: () => Promise<void>;
  /** Stops the answer; true where what was shown is what was stored. */
  end: () => Promise<boolean>;
};

/** Opens the socket and starts an answer of many minutes. */
export async function startHealthyViewer(gateway: TestGateway): Promise<HealthyViewer> {
  const actor = await gateway.createActor();
  const socket = await gateway.connect(actor);
  const turn = newTurn({ modelId: gateway.modelId("sim-slow-20000@20") });
  const seen = () => viewOf(socket.frames, turn.generationId).seq;
  await socket.ask(turn);
  await socket.until(() => seen() > 0);
  return {
    actor,
    socket,
    async goesOn() {
      const before = seen();
      await socket.until(() => seen() > before + 2);
    },
    async end() {
      await socket.ask({ type: "generation.stop", generationId: turn.generationId });
      const { contentHash } = await socket.next("generation.end");
      return viewOf(socket.frames, turn.generationId).hash === contentHash;
    },
  };
}
