import type { Frame } from "./frame.ts";
import type { SimulatedAnswer } from "./simulated-answer.ts";

/** An error status with the words that go with it. */
export type SimulatedError = { status: number; message: string; retryAfterSeconds?: number | null };

/** How one protocol says what every protocol says. */
export type WireSpeech = {
  /** An answer as a stream. */
  writeFrames: (answer: SimulatedAnswer, modelName: string) => Frame[];
  /** An error in the middle of a stream. */
  errorFrame: Frame;
  /** An answer in one piece. */
  writeWhole: (answer: SimulatedAnswer, modelName: string) => object;
  writeModels: (names: readonly string[]) => object;
  /** The body that goes with an error status. */
  writeError: (error: SimulatedError) => object;
  /** How it says that a filter refuses the question: an error, or a stream. */
  promptFiltered: { status: number; body: object } | { frames: Frame[] };
  /** The header that bears the provider's name of the request; null where it stands inside the answer. */
  requestIdHeader: string | null;
};
