import { Routing } from "./answer/routing.ts";
import type { RoutedPart } from "./routed-part.ts";
import type { Route } from "./route.ts";
import type { RouterContext } from "./router-context.ts";

/**
 * One calm answer, whatever happens behind it: who fails is followed by who does not, also in the
 * middle of a sentence. Parts come as `contracts/stream-part.ts` promises them, with one `usage` at the
 * end for all calls together; a `rewind` comes only where another model has begun to say anew what it
 * takes back. Never throws: when nobody is left, the failure is the final `error` part; an abort ends
 * it silently. Every call is told to `ctx.onAttempt`, also where the reader leaves early.
 */
export async function* routeAnswer(
  ctx: RouterContext,
  route: Route,
  signal: AbortSignal,
): AsyncGenerator<RoutedPart, void, undefined> {
  const routing = new Routing(ctx, route, signal);
  try {
    for (let opening = await routing.open(); opening !== null; opening = await routing.open()) {
      const { call, parts, boundary } = opening;
      if (boundary.toPart < routing.shown.count) {
        routing.shown.rewind(boundary);
        yield { type: "rewind", toPart: boundary.toPart };
      }
      for (const part of parts) {
        routing.shown.push(part);
        yield part;
      }
      // What a token costs here is one turn of this loop.
      for (let part = await call.read(); part !== null; part = await call.read()) {
        routing.shown.push(part);
        yield part;
      }
      if (call.attempt.outcome === "ended") break;
    }
    yield* routing.end();
  } finally {
    routing.close();
  }
}
