import type { WebSocket } from "ws";
import { z } from "zod";
import { answerCommands } from "#scripts/bench/system/answer-commands.ts";
import { openSocket } from "#scripts/bench/system/open-socket.ts";

/** How many handshakes this process has under way at once. */
const AT_ONCE = 40;

const commandSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("connect"), port: z.int(), tickets: z.array(z.string()), localAddress: z.string() }),
  z.object({ type: z.literal("count") }),
  z.object({ type: z.literal("disconnect") }),
]);

const sockets = new Set<WebSocket>();

answerCommands({}, async (given) => {
  const command = commandSchema.parse(given);
  switch (command.type) {
    case "connect":
      return connect(command);
    case "count":
      return sockets.size;
    case "disconnect":
      for (const socket of sockets) socket.terminate();
      return null;
  }
});

async function connect({ tickets, ...door }: { port: number; tickets: string[]; localAddress: string }): Promise<null> {
  const left = [...tickets];
  const openNext = async (): Promise<void> => {
    for (let ticket = left.pop(); ticket !== undefined; ticket = left.pop()) {
      const socket = await openSocket({ ...door, ticket });
      sockets.add(socket);
      socket.on("close", () => sockets.delete(socket));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, openNext));
  return null;
}
