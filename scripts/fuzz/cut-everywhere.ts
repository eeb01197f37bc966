import { CORPUS } from "#inference/router/testing-corpus.ts";
import { readCut } from "#inference/router/testing-read-cut.ts";
import { type Wire, WIRES, writeBytes } from "#inference/router/testing-wire-model.ts";

/** Cuts every answer of the corpus in every protocol after every byte; each must be whole in the end. Returns how many cuts there were; throws at the first that is not. */
export async function cutEverywhere(): Promise<number> {
  let cuts = 0;
  for (const wire of Object.keys(WIRES) as Wire[]) {
    for (const name of Object.keys(CORPUS)) {
      const whole = await readCut({ wire, name, repeats: false, cutAfter: null });
      const { length } = writeBytes({ wire, name, repeats: false, written: "" });
      for (let cutAfter = 0; cutAfter < length; cutAfter += 1) {
        for (const repeats of [false, true]) {
          const { content, end } = await readCut({ wire, name, repeats, cutAfter });
          cuts += 1;
          if (end === "finish" && JSON.stringify(content) === JSON.stringify(whole.content)) continue;
          throw new Error(`${wire} ${name} cut after ${cutAfter} bytes: ${end}, ${JSON.stringify(content)}`);
        }
      }
    }
  }
  return cuts;
}
