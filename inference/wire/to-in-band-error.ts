import { z } from "zod";
import { ProviderError, type ProviderErrorCode } from "#inference/provider-error.ts";
import { quoteProvider } from "./quote-provider.ts";

const reportSchema = z.object({
  type: z.string().nullish().catch(null),
  code: z.union([z.string(), z.number()]).nullish().catch(null),
  message: z.string().nullish().catch(null),
});

/** An error that the provider reports inside a stream that had begun well. */
export function toInBandError(report: unknown, requestId: string | null): ProviderError {
  const parsed = reportSchema.safeParse(report);
  const { type, code, message } = parsed.success ? parsed.data : { type: null, code: null, message: null };
  const names = `${type ?? ""} ${code ?? ""}`.trim();
  const said = message ?? (typeof report === "string" ? report : names);
  const errorCode = classify(`${names} ${said}`);
  return new ProviderError(errorCode, {
    message: `The provider broke off its answer: ${quoteProvider(said, null)}`,
    isRetryable: errorCode !== "provider-content-filtered" && errorCode !== "provider-permission-denied",
    requestId,
  });
}

function classify(names: string): ProviderErrorCode {
  if (/content_filter|content_policy/i.test(names)) return "provider-content-filtered";
  if (/insufficient_quota|billing/i.test(names)) return "provider-permission-denied";
  if (/rate_limit/i.test(names)) return "provider-rate-limited";
  if (/overloaded|api_error|server_error|timeout|unavailable/i.test(names)) return "provider-unavailable";
  return "provider-stream-broken";
}
