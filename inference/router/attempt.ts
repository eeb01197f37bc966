import type { ProviderFailure, Usage } from "#contracts/stream-part.ts";
import type { Consideration } from "./consideration.ts";

/**
 * `first`: the call that every answer has. `retry`: the same deployment once more. `failover`:
 * another one, after the one before had failed. `hedge`: another one while the first is still awaited.
 */
export type AttemptKind = "first" | "retry" | "hedge" | "failover";

/**
 * How a call ended. `ended`: the model said its last word. `failed`: refused or broken before it had
 * said anything. `cut`: broken off in the middle. `stalled`: it fell silent, or took longer
 * than there was time. `cancelled`: nobody wanted the answer any more. `lost-hedge`: another
 * call was faster.
 */
export type AttemptOutcome = "running" | "ended" | "failed" | "cut" | "stalled" | "cancelled" | "lost-hedge";

/** One call to one deployment, for the ledger: whatever happens it is reported once when it starts and once when it has ended. */
export type Attempt = {
  id: string;
  /** From 1, in the order in which the calls of one answer began. */
  number: number;
  kind: AttemptKind;
  deploymentId: string;
  modelId: string;
  modelName: string;
  connectionLabel: string;
  /** Milliseconds since 1970. */
  startedAt: number;
  /** When the first of its content came; null where none did. */
  firstPartAt: number | null;
  endedAt: number | null;
  outcome: AttemptOutcome;
  failure: ProviderFailure | null;
  /** The provider's own name for the call. */
  requestId: string | null;
  /** What the provider said that it cost; null where it did not come to say so, which is not nothing. */
  usage: Usage | null;
  /** How much of its content came, in UTF-16 units: what can be known of the cost where `usage` is null. */
  outputCharacters: number;
  /** How many parts of the answer were shown when it began. */
  fromPart: number;
  /** What was thought of each candidate when the answer began. */
  considered: readonly Consideration[];
};
