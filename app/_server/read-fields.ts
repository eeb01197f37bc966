import { AppError } from "#server/errors.ts";
import { z } from "zod";

const BODY_BYTES_MAX = 16_384;

/** The text fields of a form or of a JSON object, at most 16 KiB; none for a request without a body. Throws AppError `invalid-input`. */
export async function readFields(request: Request): Promise<Record<string, string>> {
  if (request.method !== "POST") return {};
  const text = await readText(request);
  const type = request.headers.get("content-type") ?? "";
  if (type.includes("application/x-www-form-urlencoded")) return Object.fromEntries(new URLSearchParams(text));
  if (!type.includes("application/json") || text === "") return {};
  return parseJson(text);
}

function parseJson(text: string): Record<string, string> {
  try {
    const fields = z.record(z.string(), z.unknown()).parse(JSON.parse(text));
    return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, String(value)]));
  } catch (cause) {
    throw new AppError("invalid-input", { userMessage: "Send a form, or a JSON object.", cause });
  }
}

async function readText(request: Request): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of request.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > BODY_BYTES_MAX) throw new AppError("invalid-input", { userMessage: "This is too long for a sign-in." });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}
