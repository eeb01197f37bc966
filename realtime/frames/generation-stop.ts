import type { ClientFrameOf } from "#contracts/socket-frames.ts";
import { stopGeneration } from "#server/domains/generations/index.ts";
import type { Connection } from "#realtime/connection.ts";
import type { Gateway } from "#realtime/gateway.ts";

/** Stops a generation of the person, wherever it runs; its end comes to all who watch it. */
export async function handleGenerationStop(
  gateway: Gateway,
  sender: Connection,
  { requestId, generationId }: ClientFrameOf<"generation.stop">,
) {
  await stopGeneration(gateway.context, sender.actor, { generationId });
  sender.send({ type: "ack", requestId });
}
