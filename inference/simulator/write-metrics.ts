import type { ServerResponse } from "node:http";

/** What the simulator says of its load, as a vLLM server with one engine more for each further entry. */
export type SimulatedLoad = { waiting: number; running: number; kvUse: number };

/** Answers with metrics like vLLM's, in Prometheus' text format. */
export function writeMetrics(engines: readonly SimulatedLoad[], response: ServerResponse): void {
  const gauge = (name: string, what: string, read: (load: SimulatedLoad) => number): string =>
    [
      `# HELP vllm:${name} ${what}`,
      `# TYPE vllm:${name} gauge`,
      ...engines.map(
        (load, engine) => `vllm:${name}{engine="${engine}",model_name="sim-{echo}"} ${toFloat(read(load))}`,
      ),
    ].join("\n");
  const text = [
    "# HELP python_info Python platform information.\n# TYPE python_info gauge",
    'python_info{implementation="CPython",major="3"} 1.0',
    gauge("num_requests_running", "Requests that are being answered.", ({ running }) => running),
    gauge("num_requests_waiting", "Requests that wait.", ({ waiting }) => waiting),
    gauge("num_requests_waiting_by_reason", "Requests that wait, by reason.", () => 99),
    gauge("kv_cache_usage_perc", "1 means that the cache is full.", ({ kvUse }) => kvUse),
    'vllm:e2e_request_latency_seconds_bucket{engine="0",le="0.3",model_name="sim-echo"} 7.0',
  ];
  response.writeHead(200, { "content-type": "text/plain; version=0.0.4; charset=utf-8" });
  response.end(`${text.join("\n")}\n`);
}

/** Python writes a whole number as 3.0. */
function toFloat(value: number): string {
  return Number.isInteger(value) ? value.toFixed(1) : String(value);
}
