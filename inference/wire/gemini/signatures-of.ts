import { createHash } from "node:crypto";
import type { ProviderConnection } from "#inference/provider.ts";
import { KeptSignatures } from "./kept-signatures.ts";

const kept = new KeptSignatures();

/** The signatures that this process has of the calls of one model behind one connection. */
export type Signatures = {
  keep: (toolCallId: string, signature: string) => void;
  /** Null where it is not here: it was another process's, or another model's, or it is long ago. */
  find: (toolCallId: string) => string | null;
};

/** The signatures of a model's calls, by ids that Gemini makes at random. Two connections share none, unless they are the same. */
export function signaturesOf(connection: ProviderConnection, modelName: string): Signatures {
  const scope = createHash("sha256")
    .update(JSON.stringify([connection, modelName]))
    .digest("base64");
  return {
    keep: (toolCallId, signature) => kept.keep(scope, toolCallId, signature),
    find: (toolCallId) => kept.find(scope, toolCallId),
  };
}
