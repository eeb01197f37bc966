import {
  createChatModel,
  createChatRequest,
  dueProbes,
  listModelNames,
  type ProviderConnection,
  ProviderError,
  REMEDIES,
  textTurn,
} from "#inference/index.ts";
import type { ProviderFailure } from "#contracts/stream-part.ts";
import type { ServerContext } from "#server/context.ts";
import { openDeployments } from "#server/domains/catalog/index.ts";

type Needs = Pick<ServerContext, "catalogue" | "clock" | "logger" | "router" | "secretBox">;
type Probed = { deploymentId: string; connection: ProviderConnection; modelName: string };

const PROBE_MS = 20_000;
const PROBES_AT_ONCE = 4;
const OUTPUT_TOKENS_MAX = 16;

/**
 * Asks deployments of the instance that nobody has asked for a while whether they are there, by their list of models, which
 * costs nothing, and those whose breaker is half-open for a word, which costs a few tokens: only an answer proves that there
 * are answers. What vLLM servers say of their load is read, too. Never throws for a provider's fault.
 */
export async function probeDeployments(ctx: Needs, signal: AbortSignal): Promise<void> {
  const { health, vllmLoads, clock } = ctx.router;
  const opened = await openDeployments(ctx);
  const now = clock.now();
  await vllmLoads.refresh(opened, now, signal);
  const healths = new Map(opened.map(({ deploymentId }) => [deploymentId, health.read(deploymentId, now)]));
  const due = dueProbes(healths, now).slice(0, PROBES_AT_ONCE);
  const byId = new Map(opened.map((one) => [one.deploymentId, one]));
  await Promise.all(
    due.map(async (id) => {
      const probed = byId.get(id);
      if (probed) await probe(ctx, probed, { isHalfOpen: healths.get(id)?.breaker === "half-open", signal });
    }),
  );
}

async function probe(
  { router: { health, clock } }: Needs,
  probed: Probed,
  { isHalfOpen, signal }: { isHalfOpen: boolean; signal: AbortSignal },
): Promise<void> {
  const { deploymentId } = probed;
  const startedAt = clock.now();
  const within = AbortSignal.any([signal, AbortSignal.timeout(PROBE_MS)]);
  health.start(deploymentId, startedAt);
  const failure = isHalfOpen ? await askForAWord(probed, within) : await askForModels(probed, within);
  const verdict = failure === null ? "ok" : REMEDIES[failure.code].verdict;
  health.end(deploymentId, { startedAt, verdict, failure }, clock.now());
  health.noteProbe(deploymentId, { at: startedAt, failureCode: failure?.code ?? null });
}

async function askForAWord({ connection, modelName }: Probed, signal: AbortSignal): Promise<ProviderFailure | null> {
  const turns = [textTurn({ role: "user", text: "Say OK." })];
  const request = createChatRequest({ turns, outputTokensMax: OUTPUT_TOKENS_MAX });
  for await (const part of createChatModel(connection, modelName).stream(request, signal)) {
    if (part.type === "finish") return null;
    if (part.type === "error") return part.error;
  }
  return LATE;
}

async function askForModels({ connection }: Probed, signal: AbortSignal): Promise<ProviderFailure | null> {
  try {
    await listModelNames(connection, signal);
    return null;
  } catch (error) {
    return error instanceof ProviderError ? error.toFailure() : LATE;
  }
}

const LATE: ProviderFailure = {
  code: "provider-unreachable",
  message: "A probe was not answered in time.",
  isRetryable: true,
  status: null,
  requestId: null,
  retryAfterMs: null,
};
