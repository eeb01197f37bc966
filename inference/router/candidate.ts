import type { ProviderConnection } from "#inference/provider.ts";

/** One way to a model that may be asked: a deployment, with all that choosing reads. */
export type Candidate = {
  deploymentId: string;
  modelId: string;
  connection: ProviderConnection;
  connectionLabel: string;
  modelName: string;
  region: string | null;
  /** Its share of the calls among its equals: 1 to 1,000. */
  weight: number;
  /** The lowest number is asked first; the next one only where none of it can be. */
  priority: number;
  /** An administrator takes it out of use: it is never asked anything new. */
  isDraining: boolean;
  canSeeImages: boolean;
  canCallTools: boolean;
  canStructure: boolean;
  canReason: boolean;
  /** Null where it is not known, which drops nobody. */
  contextTokens: number | null;
  outputTokensMax: number | null;
  /** Pico-dollars (10^-12) a token; null where it is not known, which is never free. */
  inputPico: number | null;
  outputPico: number | null;
  /** Who may use it; null: everybody. */
  tiers: readonly string[] | null;
};
