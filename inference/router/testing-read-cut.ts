import type { MessagePart } from "#contracts/message.ts";
import { makeCandidate } from "./testing-candidate.ts";
import { ask, collect, contentOf, makeRouter } from "./testing-router.ts";
import { createWireModel, type WireAnswer } from "./testing-wire-model.ts";

/** What a person reads in the end, how many calls it took, and whether the cut came behind the model's last word. */
type CutAnswer = { content: readonly MessagePart[]; end: string | undefined; calls: number; hasFinished: boolean };

/** An answer of the corpus that one deployment cuts where it is told to, and another one goes on with. */
export async function readCut(answer: WireAnswer): Promise<CutAnswer> {
  const ctx = makeRouter(({ deploymentId }) =>
    createWireModel({ ...answer, cutAfter: deploymentId === "cut" ? answer.cutAfter : null }),
  );
  const parts = await collect(ask(ctx, [makeCandidate("cut"), makeCandidate("whole")]));
  const [first] = ctx.settled();
  return {
    content: contentOf(parts),
    end: parts.at(-1)?.type,
    calls: ctx.settled().length,
    hasFinished: first?.outcome === "ended",
  };
}
