import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { envSchema } from "#server/env.ts";

const PODS = ["web.yaml", "realtime.yaml", "workers.yaml"];

/** What a process takes behind its drain: see CLOSE_WITHIN_MS of realtime/main.ts. */
const CLOSE_SECONDS = 5;

async function read(name: string): Promise<string> {
  return readFile(join(import.meta.dirname, "../../k8s", name), "utf8");
}

function numberOf(text: string, pattern: RegExp): number {
  return Number(pattern.exec(text)?.[1]);
}

test("a realtime pod is given the time that its drain takes", async () => {
  const [realtime, configuration] = [await read("realtime.yaml"), await read("configuration.yaml")];
  const grace = numberOf(realtime, /terminationGracePeriodSeconds: (\d+)/);
  const preStop = numberOf(realtime, /command: \[sleep, "(\d+)"\]/);
  const drain = numberOf(configuration, /DRAIN_SECONDS: "(\d+)"/);
  expect(grace).toBeGreaterThanOrEqual(preStop + drain + CLOSE_SECONDS);
});

test("every variable that is set is one that is read", async () => {
  const known = new Set([...Object.keys(envSchema.shape), "NEXT_TELEMETRY_DISABLED"]);
  const configured = (await read("configuration.yaml")).matchAll(/^ {2}([A-Z_]+):/gm);
  const set = (await Promise.all(PODS.map(read))).flatMap((pod) => [...pod.matchAll(/- name: ([A-Z_]+)$/gm)]);
  const names = [...configured, ...set].map(([, name]) => name ?? "");
  expect(names.length).toBeGreaterThan(8);
  expect(names.filter((name) => !known.has(name))).toEqual([]);
});

test("the ports of the processes, their services, the ingress and the policy are the same", async () => {
  const [web, realtime] = [await read("web.yaml"), await read("realtime.yaml")];
  const webPort = numberOf(web, /"--port"|--port, "(\d+)"/);
  const realtimePort = numberOf(realtime, /REALTIME_PORT\s+value: "(\d+)"/);
  expect(numberOf(web, /containerPort: (\d+)/)).toBe(webPort);
  expect(numberOf(web, /^ {6}port: (\d+)/m)).toBe(webPort);
  expect(numberOf(realtime, /containerPort: (\d+)/)).toBe(realtimePort);
  expect(numberOf(realtime, /^ {6}port: (\d+)/m)).toBe(realtimePort);
  const policy = await read("network-policy.yaml");
  expect([...policy.matchAll(/- port: (\d+)/g)].map(([, port]) => Number(port))).toEqual([webPort, realtimePort]);
});

test.for(PODS)(
  "%s: no variable comes from a service's name, and nothing runs as root or writes to its image",
  async (name) => {
    const pod = await read(name);
    expect(pod).toContain("enableServiceLinks: false");
    expect(pod).toContain("runAsNonRoot: true");
    const containers = pod.match(/^ +image: /gm)?.length;
    expect(pod.match(/securityContext: [&*]locked/g)).toHaveLength(containers ?? 0);
    expect(pod).toContain("readOnlyRootFilesystem: true");
    expect(pod).toContain("readinessProbe:");
  },
);
