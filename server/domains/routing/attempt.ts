import type { Attempt } from "#inference/index.ts";

/** One call to a provider, with whose answer it was for. It holds no content. */
export type AttemptRecord = { userId: string; generationId: string; attempt: Attempt };
