import { z } from "zod";

const HINT = "Enter an address like https://models.example.org/v1 or http://localhost:11434/v1.";

/**
 * Parses the address of a model server as a person types it: http or https (added where it is
 * missing), no user, password, query or fragment, no slash at the end.
 */
export const baseUrlSchema = z
  .string()
  .trim()
  .min(1, HINT)
  .max(2_000)
  .transform((text, context) => {
    const url = URL.parse(withProtocol(text));
    const fault = url ? findFault(url) : HINT;
    if (url && fault === null) return `${url.origin}${url.pathname.replace(/\/+$/, "")}`;
    context.addIssue({ code: "custom", message: fault ?? HINT });
    return z.NEVER;
  });

function withProtocol(text: string): string {
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(text)) return text;
  // A name without a dot and a bare address are on the own network, where certificates are rare.
  const isNear = /^(localhost|[^./:]+|\d{1,3}(\.\d{1,3}){3}|\[[^\]]+\])(:\d+)?(\/|$)/i.test(text);
  return `${isNear ? "http" : "https"}://${text}`;
}

function findFault(url: URL): string | null {
  if (url.protocol !== "http:" && url.protocol !== "https:") return HINT;
  if (url.username !== "" || url.password !== "") {
    return "Leave user and password out of the address: a key belongs in the field for the key.";
  }
  if (url.search !== "" || url.hash !== "") return `Leave out what stands behind "?" or "#". ${HINT}`;
  return null;
}
