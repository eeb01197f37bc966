import type { z } from "zod";
import { ProviderError } from "#inference/provider-error.ts";
import { EVENT_VALUES_MAX } from "#inference/size-limits.ts";
import { hasFewValues } from "./has-few-values.ts";

/** A value takes two characters at least, the comma behind it counted: shorter data need not be counted. */
const FEW_VALUES_LENGTH = EVENT_VALUES_MAX * 2;

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
  if (data.length > FEW_VALUES_LENGTH && !hasFewValues(json, EVENT_VALUES_MAX)) throw tooMuch();
  const hot = readHot(json);
  if (hot !== null) return hot;
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  // What a schema says of all values may be as long as the event many times over, and a log writes every cause.
  throw malformed(`${issue?.path.join(".") ?? ""}: ${issue?.message ?? "unknown shape"}`);
}

function malformed(why: string, cause?: unknown): ProviderError {
  return new ProviderError("provider-stream-broken", {
    message: `The provider sent an event that makes no sense (${why}).`,
    isRetryable: true,
    cause,
  });
}

function tooMuch(): ProviderError {
  return new ProviderError("provider-stream-broken", {
    message: `The provider sent an event of more than ${EVENT_VALUES_MAX} values.`,
    isRetryable: false,
  });
}
