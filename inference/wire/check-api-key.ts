import { ProviderError } from "#inference/provider-error.ts";

/** The key without the blanks around it that pasting adds. Throws ProviderError for what no header can carry. */
export function checkApiKey(apiKey: string): string {
  const key = apiKey.trim();
  if (/^[\x21-\x7e]+$/.test(key)) return key;
  throw new ProviderError("provider-key-invalid", {
    message: key === "" ? "The key is empty." : "The key holds a blank or another character that no key has.",
    isRetryable: false,
  });
}
