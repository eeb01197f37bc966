import type { VllmMetrics } from "./vllm-metrics.ts";

const WAITING = "vllm:num_requests_waiting";
const RUNNING = "vllm:num_requests_running";
/** The second is its name in vLLM before 0.10; some versions tell both. */
const KV_USE = ["vllm:kv_cache_usage_perc", "vllm:gpu_cache_usage_perc"];

const NAMES = new Set([WAITING, RUNNING, ...KV_USE]);

/** More than any server can hold; what claims more than that makes no sense. */
const REQUESTS_MAX = 1_000_000;

/**
 * What vLLM's metrics, in Prometheus' text format, say of its load; null where they are not vLLM's,
 * or make no sense. https://prometheus.io/docs/instrumenting/exposition_formats
 */
export function parseVllmMetrics(text: string): VllmMetrics | null {
  const samples = new Map<string, number[]>();
  for (const line of linesOf(text)) {
    const name = /^[a-z_:]+(?=[ {])/.exec(line)?.[0] ?? "";
    if (NAMES.has(name)) samples.set(name, [...(samples.get(name) ?? []), readValue(line.slice(name.length))]);
  }
  const waiting = sum(samples.get(WAITING));
  const running = sum(samples.get(RUNNING));
  if (waiting === null || running === null) return null;
  const kvUse = KV_USE.map((name) => samples.get(name)).find((values) => values !== undefined);
  return { waiting, running, kvUse: kvUse === undefined ? null : toShare(Math.max(...kvUse)) };
}

/** Only lines that may matter: the histograms, and whatever else a server sends, are passed over in place. */
function* linesOf(text: string): Generator<string> {
  for (let from = 0; from < text.length;) {
    const end = text.indexOf("\n", from);
    const to = end === -1 ? text.length : end;
    if (text.startsWith("vllm:", from)) yield text.slice(from, to);
    from = to + 1;
  }
}

/** The number behind the labels; a time may follow it. A label's value may hold a brace too. */
function readValue(rest: string): number {
  const [value = ""] = rest
    .slice(rest.lastIndexOf("}") + 1)
    .trim()
    .split(/\s+/, 1);
  return value === "" ? Number.NaN : Number(value);
}

function sum(values: readonly number[] | undefined): number | null {
  if (values === undefined) return null;
  const isSound = values.every((value) => value >= 0 && value <= REQUESTS_MAX);
  return isSound ? values.reduce((total, value) => total + value, 0) : null;
}

function toShare(value: number): number | null {
  return value >= 0 ? Math.min(value, 1) : null;
}
