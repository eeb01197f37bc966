import { every } from "./every.ts";
import type { Gateway } from "./gateway.ts";
import { closeEndedSessions, RECHECK_EVERY_MS, recheckSessions } from "./recheck-sessions.ts";

/** Within a second a session's sockets are closed, also where the hint that it ended was lost: twice this, at most. */
const LOOK_FOR_ENDED_EVERY_MS = 400;

/**
 * Closes the sockets whose session no longer holds, whatever becomes of the hints of the user channel, which are
 * faster: what was ended within a second, everything else within a minute or when hints were lost. Returns the way to stop.
 */
export function watchSessions(gateway: Gateway): () => void {
  const { logger, userChannel } = gateway.context;
  const recheck = () => recheckSessions(gateway);
  const stops = [
    every(LOOK_FOR_ENDED_EVERY_MS, () => closeEndedSessions(gateway), logger),
    every(RECHECK_EVERY_MS, recheck, logger),
    userChannel.onGap(() => {
      recheck().catch((error: unknown) => logger.warn({ error }, "the sessions were not checked after lost hints"));
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
