import type { ProviderConnection } from "#inference/provider.ts";
import { boundedFetch } from "#inference/wire/bounded-fetch.ts";
import { checkApiKey } from "#inference/wire/check-api-key.ts";
import { normaliseBaseUrl } from "#inference/wire/normalise-base-url.ts";
import { parseVllmMetrics } from "./parse-vllm-metrics.ts";
import type { VllmMetrics } from "./vllm-metrics.ts";

/** Older than that, a load says nothing; must stay below the time between two readings. */
const METRICS_MS = 2_000;

/**
 * How busy the vLLM server of a connection is, within METRICS_MS; null where it is none, does not say,
 * or says what makes no sense. Never throws. What it says is a hint: a server may lie to be asked more.
 */
export async function readVllmMetrics(
  connection: ProviderConnection,
  signal: AbortSignal,
): Promise<VllmMetrics | null> {
  if (connection.provider !== "openai-compatible" || connection.baseUrl === null) return null;
  try {
    const address = `${normaliseBaseUrl(connection.baseUrl, "without-version")}/metrics`;
    const key = connection.apiKey === null ? null : checkApiKey(connection.apiKey);
    const response = await boundedFetch(address, {
      headers: key === null ? {} : { authorization: `Bearer ${key}` },
      signal: AbortSignal.any([signal, AbortSignal.timeout(METRICS_MS)]),
    });
    if (response.status === 200) return parseVllmMetrics(await response.text());
    await response.body?.cancel();
    return null;
  } catch {
    // Most servers that speak OpenAI's protocol have no metrics, and one that is away is known to be by its calls.
    return null;
  }
}
