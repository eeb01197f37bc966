import type { ProviderName } from "#inference/provider.ts";

/**
 * Models that begin anew whatever they are shown: those that research start their search again,
 * and those that judge texts answer with a verdict on the last one.
 */
const STARTS_ANEW = /deep-research|moderation|llama-?guard|shieldgemma/i;

/**
 * Whether a model is worth asking to go on with an answer that broke off. False only where it is
 * known not to be; one that turns out not to be able ends its stream in an error that is not retryable.
 */
export function canContinue(provider: ProviderName, modelName: string): boolean {
  return provider === "demo" || !STARTS_ANEW.test(modelName);
}
