import type { ProviderErrorCode } from "#inference/provider-error.ts";

type Refusal = {
  status: number;
  /** The provider's own names for it, such as `insufficient_quota`. */
  type: string;
  message: string;
  /** False where the answer is not a provider's error at all, but some page. */
  hasErrorBody: boolean;
};

type Classified = { code: ProviderErrorCode; isRetryable: boolean };

/** What an error status means, and whether the same request may succeed later. */
export function classifyStatus(refusal: Refusal): Classified {
  const { status, type, message } = refusal;
  if (isOutOfCredit(type, message)) return never("provider-permission-denied");
  if (isFiltered(type, message)) return never("provider-content-filtered");
  if (status === 401) return never("provider-key-invalid");
  if (status === 402 || status === 403) return never("provider-permission-denied");
  if (status === 404) return never(refusal.hasErrorBody ? "model-unavailable" : "provider-unreachable");
  if (status === 429) return later("provider-rate-limited");
  if (status === 408 || status === 409 || status === 425 || status >= 500) return later("provider-unavailable");
  if (status >= 400) return never("provider-request-rejected");
  return never("provider-unreachable");
}

/** OpenAI answers 429 and Anthropic 400 when the account has no money: waiting helps neither. */
function isOutOfCredit(type: string, message: string): boolean {
  return /insufficient_quota|billing/i.test(type) || /credit balance is too low/i.test(message);
}

/** Azure and OpenAI have a name for it, Anthropic only a sentence. */
function isFiltered(type: string, message: string): boolean {
  return (
    /content_filter|content_policy|responsible_?ai|invalid_prompt/i.test(type) ||
    /blocked by content filtering policy/i.test(message)
  );
}

function never(code: ProviderErrorCode): Classified {
  return { code, isRetryable: false };
}

function later(code: ProviderErrorCode): Classified {
  return { code, isRetryable: true };
}
