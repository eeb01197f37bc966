import type { StreamPart } from "#contracts/stream-part.ts";

/**
 * One step of a routed answer. A `rewind` takes back what was shown behind the first `toPart` parts
 * of this stream: an open tool call, open reasoning. What stays are the parts before it, what follows
 * stands behind them. Both are counted as they were yielded, and a rewind is no part itself.
 */
export type RoutedPart = StreamPart | { type: "rewind"; toPart: number };
