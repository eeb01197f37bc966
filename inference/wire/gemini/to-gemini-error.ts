import { z } from "zod";
import { storableText } from "#contracts/storable-text.ts";
import { ProviderError, type ProviderErrorCode } from "#inference/provider-error.ts";
import { classifyStatus } from "#inference/wire/classify-status.ts";
import { quoteProvider } from "#inference/wire/quote-provider.ts";

const text = z.string().nullish().catch(null);

/** One of the messages of `google.rpc` that stand behind an error; each kind has one of these fields. */
const detailSchema = z.object({
  reason: text,
  retryDelay: text,
  requestId: z.string().max(200).transform(storableText).nullish().catch(null),
});
type Detail = Partial<z.infer<typeof detailSchema>>;

/** There are a handful; of a flood of them the first are enough. */
const DETAILS_MAX = 20;

const toDetails = (details: readonly unknown[]): Detail[] =>
  details.slice(0, DETAILS_MAX).map((detail) => detailSchema.safeParse(detail).data ?? {});

const errorSchema = z.object({
  code: z.int().nullish().catch(null),
  status: text,
  message: text,
  details: z.array(z.unknown()).transform(toDetails).nullish().catch(null),
});
type GoogleError = z.infer<typeof errorSchema>;

const bodySchema = z.union([
  z.object({ error: errorSchema }).transform(({ error }) => error),
  // Without `alt=sse` an error comes in a list.
  z
    .tuple([z.object({ error: errorSchema })])
    .rest(z.unknown())
    .transform(([{ error }]) => error),
]);

/** How an error came: by a status with its headers, or (`status` absent) in the middle of a stream. */
type Circumstances = { status?: number; requestId?: string | null; retryAfterMs?: number | null };

const RETRY_DELAY_MAX_MS = 24 * 60 * 60 * 1000;

/** An error as Google's services report one: `google.rpc.Status` as JSON, or any other body of an error status. */
export function toGeminiError(body: unknown, circumstances: Circumstances): ProviderError {
  const parsed = bodySchema.safeParse(body);
  const error = parsed.success ? parsed.data : null;
  const details = error?.details ?? [];
  const said = error?.message || error?.status || (typeof body === "string" ? body : "") || "no reason given";
  const isInBand = circumstances.status === undefined;
  const { code, isRetryable } = classify(error, said, circumstances.status ?? readStatus(error));
  return new ProviderError(code, {
    message: quoteProvider(isInBand ? `The provider broke off its answer: ${said}` : said, null),
    isRetryable,
    status: circumstances.status ?? null,
    requestId: circumstances.requestId ?? findFirst(details, "requestId"),
    retryAfterMs: readRetryDelayMs(findFirst(details, "retryDelay")) ?? circumstances.retryAfterMs ?? null,
  });
}

type Classified = { code: ProviderErrorCode; isRetryable: boolean };

function classify(error: GoogleError | null, said: string, status: number | null): Classified {
  const reasons = (error?.details ?? []).map(({ reason }) => reason ?? "").join(" ");
  const type = `${error?.status ?? ""} ${reasons}`.trim();
  // A wrong key is a malformed request to Google: 400.
  if (/API_KEY|ACCESS_TOKEN/.test(reasons) || /API key (not valid|expired|not found)/i.test(said)) {
    const isBlocked = /_BLOCKED/.test(reasons);
    return { code: isBlocked ? "provider-permission-denied" : "provider-key-invalid", isRetryable: false };
  }
  if (/location is not supported/i.test(said) || /credits? (is|are) depleted/i.test(said)) {
    return { code: "provider-permission-denied", isRetryable: false };
  }
  if (status === null) return { code: "provider-stream-broken", isRetryable: true };
  return classifyStatus({ status, type, message: said, hasErrorBody: error !== null });
}

/** The status that an error in the middle of a stream names. */
function readStatus(error: GoogleError | null): number | null {
  return error?.code && error.code >= 400 && error.code < 600 ? error.code : null;
}

function findFirst(details: NonNullable<GoogleError["details"]>, field: "retryDelay" | "requestId"): string | null {
  return details.find((detail) => detail[field])?.[field] ?? null;
}

/** `google.protobuf.Duration` as JSON: seconds with a fraction, such as `36.5s`. */
function readRetryDelayMs(duration: string | null): number | null {
  const seconds = duration === null ? undefined : /^(\d+(?:\.\d+)?)s$/.exec(duration)?.[1];
  return seconds === undefined ? null : Math.min(Math.round(Number(seconds) * 1000), RETRY_DELAY_MAX_MS);
}
