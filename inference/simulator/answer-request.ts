import type { ServerResponse } from "node:http";
import { applyFault } from "./apply-fault.ts";
import { continueAnswer } from "./continue-answer.ts";
import { nameRequest } from "./name-request.ts";
import { parseScenarioName, type NamedScenario } from "./parse-scenario-name.ts";
import { playFrames } from "./play-frames.ts";
import type { SimulatedRequest, SimulatedWire } from "./simulated-request.ts";
import { speechOf } from "./speech-of.ts";
import type { Scenario } from "./scenarios.ts";
import { answerWithText } from "./simulated-answer.ts";
import { writeError } from "./write-error.ts";
import { writeFrames } from "./write-frames.ts";

/** What any scenario does when it is asked to name a conversation. */
const TITLE: Scenario = {
  description: "names a conversation",
  answer: () => answerWithText("Simulated title"),
  readsQuestion: true,
};

/** Answers one request for a chat answer by the scenario that its model name names. */
export async function answerRequest(request: SimulatedRequest, response: ServerResponse): Promise<void> {
  const { wire, modelName, system } = request;
  const named = parseScenarioName(modelName);
  if (named === null) {
    writeError(response, wire, { status: 404, message: `The model ${modelName} does not exist.` });
  } else if (/\btitle\b/i.test(system)) {
    await play(request, response, { ...named, scenario: TITLE });
  } else {
    await play(request, response, named);
  }
}

async function play(request: SimulatedRequest, response: ServerResponse, named: NamedScenario): Promise<void> {
  const { wire, modelName, question } = request;
  const { scenario, parameter, paceMs } = named;
  const speech = speechOf(wire);
  const fault = scenario.fault?.(parameter, request.continues !== "") ?? null;
  if (fault?.type === "silence") return;
  if (fault?.type === "status") {
    writeError(response, wire, { ...fault, message: `A simulated error with status ${fault.status}.` });
  } else if (fault?.type === "prompt-filtered") {
    await refusePrompt(wire, response);
  } else if (fault?.type === "redirect") {
    response.writeHead(307, { location: fault.location }).end();
  } else if (fault?.type === "web-page") {
    response.writeHead(200, { "content-type": "text/html" }).end("<!doctype html><title>A web page</title>");
  } else if (fault?.type === "unstreamed" || !request.isStreamed) {
    const answer = continueAnswer(scenario.answer(question, parameter, request), {
      ...named,
      written: request.continues,
    });
    writeJson(response, { wire, status: 200, body: speech.writeWhole(answer, modelName) });
  } else {
    const { frames, errorFrame } = writeFrames(request, named);
    writeStreamHead(response, wire);
    await playFrames({ response, frames: applyFault(frames, fault, errorFrame), paceMs, fault });
  }
}

async function refusePrompt(wire: SimulatedWire, response: ServerResponse): Promise<void> {
  const { promptFiltered } = speechOf(wire);
  if ("body" in promptFiltered) {
    writeJson(response, { wire, ...promptFiltered });
    return;
  }
  writeStreamHead(response, wire);
  await playFrames({ response, frames: promptFiltered.frames, paceMs: 0, fault: null });
}

type JsonAnswer = { wire: SimulatedWire; status: number; body: object };

function writeJson(response: ServerResponse, { wire, status, body }: JsonAnswer): void {
  response.writeHead(status, { "content-type": "application/json", ...nameRequest(wire) });
  response.end(JSON.stringify(body));
}

function writeStreamHead(response: ServerResponse, wire: SimulatedWire): void {
  response.writeHead(200, {
    "content-type": "text/event-stream; charset=utf-8",
    "cache-control": "no-cache",
    ...nameRequest(wire),
  });
  response.flushHeaders();
}
