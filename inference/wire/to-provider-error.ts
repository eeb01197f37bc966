import { z } from "zod";
import { ProviderError } from "#inference/provider-error.ts";
import { classifyStatus } from "./classify-status.ts";
import { listFiltered } from "./list-filtered.ts";
import { quoteProvider } from "./quote-provider.ts";
import { readRequestId } from "./read-request-id.ts";
import { readRetryAfterMs } from "./read-retry-after-ms.ts";

/** What both SDKs put on the error that they throw for an answer with an error status. */
const statusErrorSchema = z.object({
  status: z.number().int(),
  message: z.string(),
  headers: z.instanceof(Headers),
  error: z.unknown(),
});

const errorBodySchema = z.object({
  type: z.string().nullish().catch(null),
  code: z.union([z.string(), z.number()]).nullish().catch(null),
  message: z.string().nullish().catch(null),
  /** Azure's, where one of its filters refused the question. */
  innererror: z.object({ content_filter_result: z.unknown() }).nullish().catch(null),
});

type Circumstances = { apiKey: string | null; isReadingAnswer: boolean };

/** Whatever a call to a provider threw, as a ProviderError. Neither it nor a cause of it quotes the key. */
export function toProviderError(thrown: unknown, circumstances: Circumstances): ProviderError {
  const known = findProviderError(thrown);
  if (known !== null) return withoutKey(known, circumstances.apiKey);
  const parsed = statusErrorSchema.safeParse(thrown);
  if (parsed.success) return fromStatus(parsed.data, { thrown, apiKey: circumstances.apiKey });
  return fromConnection(thrown, circumstances);
}

/** An SDK wraps what our own `fetch` throws as the cause of an error of its own. */
function findProviderError(thrown: unknown): ProviderError | null {
  if (thrown instanceof ProviderError) return thrown;
  return thrown instanceof Error && thrown.cause instanceof ProviderError ? thrown.cause : null;
}

function withoutKey(error: ProviderError, apiKey: string | null): ProviderError {
  if (apiKey === null || apiKey === "" || !error.message.includes(apiKey)) return error;
  return new ProviderError(error.code, { ...error.toFailure(), message: quoteProvider(error.message, apiKey) });
}

/** A log writes the words of every cause: one that repeats the key must not come along. */
function unlessItQuotes(apiKey: string | null, thrown: unknown): unknown {
  if (apiKey === null || apiKey === "") return thrown;
  for (let cause = thrown; cause instanceof Error; cause = cause.cause) {
    if (`${cause.message}${cause.stack}`.includes(apiKey)) return undefined;
  }
  return thrown;
}

function fromStatus(
  { status, message, headers, error }: z.infer<typeof statusErrorSchema>,
  { thrown, apiKey }: { thrown: unknown; apiKey: string | null },
): ProviderError {
  const body = readErrorBody(error);
  const said = body?.message ?? message;
  const { code, isRetryable } = classifyStatus({
    status,
    type: `${body?.type ?? ""} ${body?.code ?? ""}`.trim(),
    message: said,
    hasErrorBody: body !== null,
  });
  const filtered = listFiltered(body?.innererror?.content_filter_result);
  const words = filtered === "" ? said : `${said} Filtered: ${filtered}.`;
  const location = headers.get("location");
  return new ProviderError(code, {
    message: quoteProvider(location === null ? words : `It redirects to ${location}: use that address.`, apiKey),
    isRetryable,
    status,
    requestId: readRequestId(headers),
    retryAfterMs: readRetryAfterMs(headers),
    cause: unlessItQuotes(apiKey, thrown),
  });
}

/** Some servers send a bare sentence as their error. The SDK for OpenAI hands over the inner `error` object, the one for Anthropic the whole body. */
function readErrorBody(error: unknown): z.infer<typeof errorBodySchema> | null {
  if (typeof error === "string") return { message: error };
  const wrapped = z.object({ error: errorBodySchema }).safeParse(error);
  if (wrapped.success) return wrapped.data.error;
  const inner = errorBodySchema.safeParse(error);
  return inner.success ? inner.data : null;
}

function fromConnection(thrown: unknown, circumstances: Circumstances): ProviderError {
  const isReading = circumstances.isReadingAnswer;
  const reason = quoteProvider(innermostReason(thrown), circumstances.apiKey);
  return new ProviderError(isReading ? "provider-stream-broken" : "provider-unreachable", {
    message: isReading ? `The provider's answer broke off: ${reason}` : `The provider cannot be reached: ${reason}`,
    isRetryable: true,
    cause: unlessItQuotes(circumstances.apiKey, thrown),
  });
}

function innermostReason(thrown: unknown): string {
  let reason = thrown;
  for (let depth = 0; depth < 5 && reason instanceof Error && reason.cause instanceof Error; depth += 1) {
    reason = reason.cause;
  }
  if (!(reason instanceof Error)) return String(reason);
  const { code } = z.object({ code: z.string().optional().catch(undefined) }).parse(reason);
  return code === undefined || reason.message.includes(code) ? reason.message : `${reason.message} (${code})`;
}
