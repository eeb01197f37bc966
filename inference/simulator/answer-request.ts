import type { ServerResponse } from "node:http";
import { applyFault } from "./apply-fault.ts";
import { parseScenarioName, type NamedScenario } from "./parse-scenario-name.ts";
import { playFrames } from "./play-frames.ts";
import type { SimulatedRequest } from "./read-simulated-request.ts";
import { answerWithText, type SimulatedAnswer } from "./simulated-answer.ts";
import { ANTHROPIC_ERROR_FRAME, writeAnthropicFrames } from "./write-anthropic-frames.ts";
import { writeError } from "./write-error.ts";
import { OPENAI_ERROR_FRAME, writeOpenaiCompletion, writeOpenaiFrames } from "./write-openai-frames.ts";

/** Answers one request for a chat answer by the scenario that its model name names. */
export async function answerRequest(request: SimulatedRequest, response: ServerResponse): Promise<void> {
  const { wire, modelName } = request;
  const named = parseScenarioName(modelName);
  if (named === null) {
    writeError(response, wire, { status: 404, message: `The model ${modelName} does not exist.` });
    return;
  }
  if (/\btitle\b/i.test(request.system)) {
    await play(request, response, { answer: answerWithText("Simulated title"), named: { ...named, scenario: TITLE } });
    return;
  }
  const fault = named.scenario.fault?.(named.parameter) ?? null;
  if (fault?.type === "status") {
    writeError(response, wire, { ...fault, message: `A simulated error with status ${fault.status}.` });
    return;
  }
  const answer = named.scenario.answer(request.question, named.parameter);
  await play(request, response, { answer, named });
}

const TITLE = { description: "names a conversation", answer: () => answerWithText("Simulated title") };

async function play(
  { wire, modelName, isStreamed }: SimulatedRequest,
  response: ServerResponse,
  { answer, named }: { answer: SimulatedAnswer; named: NamedScenario },
): Promise<void> {
  const requestIdHeader = wire === "anthropic" ? "request-id" : "x-request-id";
  if (!isStreamed) {
    response.writeHead(200, { "content-type": "application/json", [requestIdHeader]: "req_simulated" });
    response.end(JSON.stringify(writeOpenaiCompletion(answer, modelName)));
    return;
  }
  const fault = named.scenario.fault?.(named.parameter) ?? null;
  const frames = wire === "anthropic" ? writeAnthropicFrames(answer, modelName) : writeOpenaiFrames(answer, modelName);
  response.writeHead(200, {
    "content-type": "text/event-stream; charset=utf-8",
    "cache-control": "no-cache",
    [requestIdHeader]: "req_simulated",
  });
  response.flushHeaders();
  const errorFrame = wire === "anthropic" ? ANTHROPIC_ERROR_FRAME : OPENAI_ERROR_FRAME;
  await playFrames({ response, frames: applyFault(frames, fault, errorFrame), paceMs: named.paceMs, fault });
}
