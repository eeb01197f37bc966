import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { AddressRule } from "#inference/wire/address-rule.ts";
import { parseVllmMetrics } from "#inference/vllm/parse-vllm-metrics.ts";
import { envSchema } from "#server/env.ts";

const FOLDER = join(import.meta.dirname, "../../k8s/vllm");

/** What a large model takes to be downloaded and loaded. */
const LOADING_SECONDS = 1_200;

let pod: string;
let scaling: string;
let component: string;
let policy: string;
beforeAll(async () => {
  const names = ["vllm.yaml", "autoscaling.yaml", "kustomization.yaml", "network-policy.yaml"];
  const texts = await Promise.all(names.map((name) => readFile(join(FOLDER, name), "utf8")));
  [pod = "", scaling = "", component = "", policy = ""] = texts;
});

function numberOf(text: string, pattern: RegExp): number {
  const found = Number(pattern.exec(text)?.[1]);
  expect(found, String(pattern)).toBeGreaterThan(0);
  return found;
}

function section(text: string, name: string): string {
  return new RegExp(`^ *${name}:\\n(?: +.+\\n)+?(?= +\\w+Probe:| +#| +resources:)`, "m").exec(text)?.[0] ?? "";
}

test("the component names every file of its folder", async () => {
  const files = (await readdir(FOLDER)).filter((name) => name !== "kustomization.yaml");
  const named = [...component.matchAll(/^ {2}- (\S+\.yaml)$/gm)].map(([, name]) => name ?? "");
  expect(named.toSorted()).toEqual(files.toSorted());
});

test("the instance may call the cluster's services, and no metadata", () => {
  const value = /path: \/data\/PRIVATE_ADDRESSES\n(?: +#.*\n)* +value: (.+)/.exec(component)?.[1] ?? "";
  const opened = envSchema.shape.PRIVATE_ADDRESSES.parse(value) ?? [];
  const rule = new AddressRule(opened);
  expect([rule.allows("10.96.0.10"), rule.allows("10.0.0.1"), rule.allows("169.254.169.254")]).toEqual([
    true,
    false,
    false,
  ]);
});

test("the ports of the server, its probes, its service, its policy and its metrics are the same", () => {
  const port = numberOf(pod, /--port=(\d+)/);
  expect(numberOf(pod, /containerPort: (\d+)/)).toBe(port);
  expect(numberOf(pod, /^ {6}port: (\d+)/m)).toBe(port);
  expect(numberOf(pod, /prometheus\.io\/port: "(\d+)"/)).toBe(port);
  expect(numberOf(policy, /ingress:[\s\S]*?- port: (\d+)/)).toBe(port);
  expect(pod.match(/path: \/health, port: http/g)).toHaveLength(3);
});

test("nothing kills a server that loads its model, and one that is slow under load is not killed at once", () => {
  const starts = section(pod, "startupProbe");
  const lives = section(pod, "livenessProbe");
  const seconds = (probe: string): number =>
    numberOf(probe, /periodSeconds: (\d+)/) * numberOf(probe, /failureThreshold: (\d+)/);
  expect(seconds(starts)).toBeGreaterThanOrEqual(LOADING_SECONDS);
  expect(seconds(lives)).toBeGreaterThanOrEqual(60);
  expect(numberOf(pod, /progressDeadlineSeconds: (\d+)/)).toBeGreaterThan(seconds(starts));
  expect(pod).toContain("readinessProbe:");
});

test("answers get the time that they are promised before the server ends", () => {
  const grace = numberOf(pod, /terminationGracePeriodSeconds: (\d+)/);
  expect(grace).toBeGreaterThan(numberOf(pod, /command: \[sleep, "(\d+)"\]/));
});

test("what is asked of Prometheus is what vLLM tells, in the namespace in which it runs", () => {
  const queries = [...scaling.matchAll(/query: sum\(([\w:]+)\{namespace="(\w+)"\}\)$/gm)];
  expect(queries.map(([, , namespace]) => namespace)).toEqual(["polylogue", "polylogue"]);
  const told = queries.map(([, name]) => `${name} 3\n`).join("");
  expect(parseVllmMetrics(told)).toMatchObject({ waiting: 3, running: 3 });
  expect(scaling.match(/ignoreNullValues: "false"/g)).toHaveLength(queries.length);
});

test("a pod that is full is not taken away because nobody waits, and the last one never is", () => {
  const atOnce = numberOf(pod, /--max-num-seqs=(\d+)/);
  const busy = numberOf(scaling, /num_requests_running[\s\S]*?threshold: "(\d+)"/);
  expect(busy).toBeLessThan(atOnce);
  expect(busy).toBeGreaterThan(atOnce / 2);
  const least = numberOf(scaling, /minReplicaCount: (\d+)/);
  const most = numberOf(scaling, /maxReplicaCount: (\d+)/);
  const blind = numberOf(scaling, /replicas: (\d+)/);
  expect([least <= blind, blind <= most]).toEqual([true, true]);
  expect(pod).not.toMatch(/^ {2}replicas:/m);
  expect(/scaleTargetRef:\n {4}name: (\w+)/.exec(scaling)?.[1]).toBe(
    /kind: Deployment\n.*\n {2}name: (\w+)/.exec(pod)?.[1],
  );
});

test("the server is locked in: no root, no writing to its image, no variables from services, bounded in all it takes", () => {
  expect(pod).toContain("enableServiceLinks: false");
  expect(pod).toContain("automountServiceAccountToken: false");
  expect(pod).toContain("runAsNonRoot: true");
  expect(pod).toContain("readOnlyRootFilesystem: true");
  expect(pod).toMatch(/limits: \{.*memory: \d+Gi.*nvidia\.com\/gpu: 1/);
  const volumes = pod.match(/emptyDir: .*/g) ?? [];
  expect(volumes).toHaveLength(3);
  expect(volumes.filter((volume) => !volume.includes("sizeLimit"))).toEqual([]);
  expect(policy).toContain("policyTypes: [Ingress, Egress]");
  expect(policy).toMatch(/except: \[.*169\.254\.0\.0\/16.*\]/);
});
