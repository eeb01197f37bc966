/** OpenAI's and most others', Anthropic's, and Azure's: its gateway names a request, which its support asks for. */
const HEADERS = ["x-request-id", "request-id", "apim-request-id"];

/** The provider's own name for a request, by which it finds it again; null where it gives none, and at most 200 characters. */
export function readRequestId(headers: Headers): string | null {
  for (const name of HEADERS) {
    const value = headers.get(name)?.trim();
    if (value) return value.slice(0, 200);
  }
  return null;
}
