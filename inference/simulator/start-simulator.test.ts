import { afterAll, beforeAll, expect, test } from "vitest";
import { parseScenarioName } from "./parse-scenario-name.ts";
import { SCENARIOS } from "./scenarios.ts";
import { SIMULATOR_KEY, startSimulator, type Simulator } from "./start-simulator.ts";

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startSimulator();
});
afterAll(() => simulator.close());

async function post(body: unknown, path = "/v1/chat/completions"): Promise<Response> {
  return fetch(simulator.url + path, {
    method: "POST",
    headers: { authorization: `Bearer ${SIMULATOR_KEY}` },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
}

test.each([
  ["sim-slow", null, 50],
  ["sim-slow@30", null, 30],
  ["sim-slow-12@0", 12, 0],
  ["sim-tool-call", null, 0],
  ["sim-status-429", 429, 0],
])("%s names a scenario with the parameter %s at %s ms a token", (name, parameter, paceMs) => {
  expect(parseScenarioName(name)).toMatchObject({ parameter, paceMs });
});

test.each(["", "sim-", "sim-nothing", "gpt-5", "sim-slow@", "sim-slow@fast", "sim-constructor"])(
  "%j names none",
  (name) => {
    expect(parseScenarioName(name)).toBeNull();
  },
);

test("every scenario can be asked for by its name", () => {
  for (const [name, scenario] of Object.entries(SCENARIOS)) {
    expect(parseScenarioName(`sim-${name}`)?.scenario).toBe(scenario);
  }
});

test("a request that is not streamed is answered in one piece", async () => {
  const response = await post({ model: "sim-echo", messages: [{ role: "user", content: "Say this" }] });
  expect(await response.json()).toMatchObject({
    choices: [{ message: { role: "assistant", content: "Say this" }, finish_reason: "stop" }],
  });
});

test("a system text that asks for a title gets one, whatever the scenario", async () => {
  const messages = [
    { role: "system", content: "Give this conversation a title." },
    { role: "user", content: "Hello" },
  ];
  const response = await post({ model: "sim-status-500", messages });
  expect(await response.json()).toMatchObject({ choices: [{ message: { content: "Simulated title" } }] });
});

test("remembers what it was asked", async () => {
  await post({ model: "sim-short", messages: [{ role: "user", content: [{ type: "text", text: "Remember me" }] }] });
  expect(simulator.requests.at(-1)).toMatchObject({ wire: "openai", modelName: "sim-short", question: "Remember me" });
});

test.each([
  { what: "a body that is not JSON", body: "{", path: "/v1/chat/completions", status: 400 },
  { what: "a body of the wrong shape", body: "{}", path: "/v1/chat/completions", status: 400 },
  { what: "an address that it does not have", body: "", path: "/v1/files", status: 404 },
])("refuses $what", async ({ body, path, status }) => {
  expect((await post(body, path)).status).toBe(status);
});

test("the same scenario is the same bytes every time", async () => {
  const ask = async (): Promise<string> =>
    (await post({ model: "sim-markdown", stream: true, messages: [{ role: "user", content: "x" }] })).text();
  expect(await ask()).toBe(await ask());
});
