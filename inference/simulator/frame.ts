/**
 * One event of an answer in a wire format. `delta` frames carry one token; `finish` carries the
 * finish reason, `end` the marker that the stream is whole.
 */
export type Frame = { kind: "start" | "delta" | "finish" | "usage" | "end" | "other"; text: string };
