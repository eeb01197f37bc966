import { parentPort } from "node:worker_threads";
import { countHere } from "./count-here.ts";
import type { CountAnswer, CountQuestion } from "./token-counter.ts";

/** The thread that counts for a process, one question after the other. */
let last: Promise<void> = Promise.resolve();

parentPort?.on("message", (question: CountQuestion) => {
  last = last.then(async () => parentPort?.postMessage(await answer(question), []));
});

async function answer({ id, texts, tokenizer }: CountQuestion): Promise<CountAnswer> {
  try {
    return { id, counts: await countHere(texts, tokenizer) };
  } catch (error) {
    return { id, counts: null, reason: String(error) };
  }
}
