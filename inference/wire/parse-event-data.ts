import type { z } from "zod";
import { ProviderError } from "#inference/provider-error.ts";

/**
 * The data of one event by its schema. `readHot` may recognise, by itself, the one shape that comes
 * with every token: a schema costs as much as all the rest of a token together. Throws
 * ProviderError for what is neither.
 */
export function parseEventData<Schema extends z.ZodType, Hot>(
  schema: Schema,
  data: string,
  readHot: (json: unknown) => Hot | null,
): z.infer<Schema> | Hot {
  let json: unknown;
  try {
    json = JSON.parse(data);
  } catch (thrown) {
    throw malformed("it is not JSON", thrown);
  }
  const hot = readHot(json);
  if (hot !== null) return hot;
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
