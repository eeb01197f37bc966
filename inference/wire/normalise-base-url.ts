import { ProviderError } from "#inference/provider-error.ts";

/**
 * A person's base address as an SDK wants it: without a slash at its end, and with or without the
 * version `/v1` that people add or leave out. Throws ProviderError for what is no http address.
 */
export function normaliseBaseUrl(baseUrl: string, version: "with-version" | "without-version"): string {
  const url = URL.parse(baseUrl.trim());
  if (url === null || (url.protocol !== "http:" && url.protocol !== "https:")) {
    throw invalid("it must begin with http:// or https://");
  }
  if (url.username !== "" || url.password !== "") throw invalid("a user name or password must not be part of it");
  const path = url.pathname.replace(/\/+$/, "");
  if (version === "without-version") return url.origin + path.replace(/\/v1$/, "");
  return url.origin + (path === "" ? "/v1" : path);
}

function invalid(why: string): ProviderError {
  return new ProviderError("provider-unreachable", {
    message: `The base address is wrong: ${why}.`,
    isRetryable: false,
  });
}
