import { expect, test } from "vitest";
import { parseVllmMetrics } from "./parse-vllm-metrics.ts";

const write = (...lines: string[]): string => lines.map((line) => `${line}\n`).join("");
const WAITING = 'vllm:num_requests_waiting{engine="0",model_name="m"} 3.0';
const RUNNING = 'vllm:num_requests_running{engine="0",model_name="m"} 8.0';

test("waiting, running and the use of the cache are read out of everything else", () => {
  const text = write(
    "# HELP vllm:num_requests_waiting Number of requests waiting to be processed.",
    "# TYPE vllm:num_requests_waiting gauge",
    WAITING,
    RUNNING,
    'vllm:num_requests_waiting_by_reason{reason="capacity"} 99.0',
    'vllm:kv_cache_usage_perc{engine="0",model_name="m"} 0.42',
    'vllm:request_queue_time_seconds_bucket{le="0.3",model_name="m"} 7.0',
    "process_open_fds 12.0",
  );
  expect(parseVllmMetrics(text)).toEqual({ waiting: 3, running: 8, kvUse: 0.42 });
});

test("several engines are added up, and the fullest cache counts", () => {
  const text = write(
    WAITING,
    'vllm:num_requests_waiting{engine="1",model_name="m"} 1',
    RUNNING,
    'vllm:num_requests_running{engine="1",model_name="m"} 2e1 1700000000000',
    'vllm:kv_cache_usage_perc{engine="0"} 0.1',
    'vllm:kv_cache_usage_perc{engine="1"} 0.9',
  );
  expect(parseVllmMetrics(text)).toEqual({ waiting: 4, running: 28, kvUse: 0.9 });
});

test("the older name of the cache's use is known, and the newer one wins", () => {
  const old = 'vllm:gpu_cache_usage_perc{model_name="m"} 0.25';
  expect(parseVllmMetrics(write(WAITING, RUNNING, old))?.kvUse).toBe(0.25);
  expect(parseVllmMetrics(write(WAITING, RUNNING, old, "vllm:kv_cache_usage_perc 0.5"))?.kvUse).toBe(0.5);
});

test("a cache of which nothing is told is not an empty one", () => {
  expect(parseVllmMetrics(write(WAITING, RUNNING))).toEqual({ waiting: 3, running: 8, kvUse: null });
  expect(parseVllmMetrics(write(WAITING, RUNNING, "vllm:kv_cache_usage_perc NaN"))?.kvUse).toBeNull();
  expect(parseVllmMetrics(write(WAITING, RUNNING, "vllm:kv_cache_usage_perc 1.7"))?.kvUse).toBe(1);
});

test("a name of a model may hold braces and blanks, lines may end as on Windows, and the last need not end", () => {
  const text = `vllm:num_requests_waiting{model_name="a } 5 {b"} 2\r\nvllm:num_requests_running 1`;
  expect(parseVllmMetrics(text)).toEqual({ waiting: 2, running: 1, kvUse: null });
});

test.each([
  ["nothing", ""],
  ["a web page", "<!doctype html><title>Sign in</title>"],
  ["another server's metrics", "process_open_fds 12.0\n"],
  ["half of it", write(WAITING)],
  ["a number below zero", write(RUNNING, "vllm:num_requests_waiting -1")],
  ["no number", write(RUNNING, "vllm:num_requests_waiting NaN")],
  ["no value", write(RUNNING, 'vllm:num_requests_waiting{a="b"}')],
  ["endless many", write(RUNNING, "vllm:num_requests_waiting +Inf")],
  ["more than there can be", write(RUNNING, "vllm:num_requests_waiting 1e300")],
])("%s is no load", (_what, text) => {
  expect(parseVllmMetrics(text)).toBeNull();
});

test("megabytes of it are read in one pass", () => {
  const noise = 'vllm:request_queue_time_seconds_bucket{le="0.3",model_name="m"} 7.0\n'.repeat(100_000);
  const from = performance.now();
  expect(parseVllmMetrics(noise + write(WAITING, RUNNING))?.waiting).toBe(3);
  expect(parseVllmMetrics("vllm:".repeat(1_500_000))).toBeNull();
  expect(parseVllmMetrics(`vllm:${"_".repeat(8_000_000)}`)).toBeNull();
  expect(performance.now() - from).toBeLessThan(3_000);
}, 20_000);
