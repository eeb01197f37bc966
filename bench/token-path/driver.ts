import { z } from "zod";

/** What a driver found: `firstTokensMs` are from asking to the first token, one an answer. */
export const runResultSchema = z.object({
  tokens: z.int(),
  socketBytes: z.int(),
  firstTokensMs: z.array(z.number()),
});
export type RunResult = z.infer<typeof runResultSchema>;

/** Something that can be asked for streamed answers; `run` throws where a token is missing. */
export interface Driver {
  /** Has `turns` answers of the model written on each stream, one after the other. The streams begin within `spreadMs`. */
  run: (modelName: string, turns: number, spreadMs: number) => Promise<RunResult>;
  close: () => void;
}

/** How many tokens an answer of the lean provider's model has. */
export function tokensOf(modelName: string): number {
  return Number(/^lean-(\d+)@/.exec(modelName)?.[1]);
}
