/** How long a call to a provider may be silent, in milliseconds. */
export type TimeLimits = {
  /** Until the answer's headers: a local server may load its model from disk first. */
  responseStartMs: number;
  /** Between two bytes of an answer: a model that reasons in silence is not stalled yet. */
  stallMs: number;
  /** Between the finish reason and the end of the stream, where only the usage is still to come. */
  afterFinishMs: number;
  /** For a whole answer, however lively it is. */
  answerMs: number;
  /** For a whole list of models. */
  listModelsMs: number;
  /** For the vectors of a batch of texts: a local server may load its model first. */
  embedMs: number;
};

/** Both long limits stay below the five minutes after which undici gives up by itself. */
export const TIME_LIMITS: TimeLimits = {
  responseStartMs: 240_000,
  stallMs: 180_000,
  afterFinishMs: 5_000,
  answerMs: 3_600_000,
  listModelsMs: 15_000,
  embedMs: 60_000,
};
