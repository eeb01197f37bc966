import type { z } from "zod";
import { ProviderError } from "#inference/provider-error.ts";

/** The data of one event by its schema. Throws ProviderError for anything else. */
export function parseEventData<Schema extends z.ZodType>(schema: Schema, data: string): z.infer<Schema> {
  let json: unknown;
  try {
    json = JSON.parse(data);
  } catch (thrown) {
    throw malformed("it is not JSON", thrown);
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw malformed(`${issue?.path.join(".") ?? ""}: ${issue?.message ?? "unknown shape"}`, parsed.error);
}

function malformed(why: string, cause: unknown): ProviderError {
  return new ProviderError("provider-stream-broken", {
    message: `The provider sent an event that makes no sense (${why}).`,
    isRetryable: true,
    cause,
  });
}
