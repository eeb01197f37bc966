import { z } from "zod";
import { deploymentStateSchema } from "./catalogue-document.ts";
import { errorCodeSchema } from "./error-codes.ts";

/** As many minutes as a series has, the oldest first; the last one is the minute that runs. */
export const HEALTH_MINUTES = 30;
/** Of what length the counts of `HealthView` are, in milliseconds. */
export const HEALTH_WINDOW_MS = 5 * 60_000;
const DEPLOYMENTS_MAX = 1_000;
const RECENT_MAX = 20;
const SENTENCE_LENGTH_MAX = 300;

/** Milliseconds since 1970, by the server's clock. */
const momentSchema = z.int().nonnegative();
const countSchema = z.int().nonnegative();
const durationSchema = z.int().nonnegative();

/** What happened in the last `HEALTH_WINDOW_MS`. A call that nobody wanted any more is neither failed nor a success. */
const healthCountsSchema = z.object({
  /** Every call to a provider, of any kind. */
  calls: countSchema,
  /** Refused, broken off, fallen silent or malformed. */
  failed: countSchema,
  /** Calls to the same deployment once more. */
  retried: countSchema,
  /** Calls to another deployment while the first was still awaited. */
  hedged: countSchema,
  /** Calls to another deployment after one before had failed. */
  failedOver: countSchema,
});

/** One value a minute, `HEALTH_MINUTES` of them, the oldest first. Null where there was nothing to measure. */
const healthSeriesSchema = z.object({
  calls: z.array(countSchema).length(HEALTH_MINUTES),
  /** From 0 to 1. */
  errorShare: z.array(z.number().min(0).max(1).nullable()).length(HEALTH_MINUTES),
  firstTokenP50Ms: z.array(durationSchema.nullable()).length(HEALTH_MINUTES),
  firstTokenP95Ms: z.array(durationSchema.nullable()).length(HEALTH_MINUTES),
});
export type HealthSeries = z.infer<typeof healthSeriesSchema>;

/** Whether a deployment is asked at this moment, by what its calls came to. `closed` is well. */
const breakerSchema = z.object({
  state: z.enum(["closed", "open", "half-open"]),
  /** When one call may try it again; null where the breaker is closed. */
  openUntil: momentSchema.nullable(),
  /** Until when it asked to be left alone (a 429 with Retry-After, limits used up); null where it did not. */
  restUntil: momentSchema.nullable(),
  /** Much worse than its neighbours: asked after all of them. */
  isOutlier: z.boolean(),
  /** The numbers behind it in a few English words; null where nothing speaks against it. */
  why: z.string().max(SENTENCE_LENGTH_MAX).nullable(),
});
export type Breaker = z.infer<typeof breakerSchema>;

/** A call that failed. */
const healthErrorSchema = z.object({
  at: momentSchema,
  code: errorCodeSchema,
  status: z.int().nullable(),
  /** May quote the provider, never a key. */
  message: z.string().max(SENTENCE_LENGTH_MAX),
  /** The provider's own name for the call. */
  requestId: z.string().max(200).nullable(),
});
export type HealthError = z.infer<typeof healthErrorSchema>;

/** A question that was asked only to learn whether there is an answer; `durationMs` is null where nobody measured it. */
const healthProbeSchema = z.object({ at: momentSchema, isOk: z.boolean(), durationMs: durationSchema.nullable() });
export type HealthProbe = z.infer<typeof healthProbeSchema>;

/** How one deployment fares. */
const deploymentHealthSchema = z.object({
  id: z.guid(),
  modelId: z.string(),
  modelLabel: z.string(),
  connectionLabel: z.string(),
  /** What the model is called at its connection. */
  modelName: z.string(),
  region: z.string().nullable(),
  /** What administrators have decided. */
  state: deploymentStateSchema,
  breaker: breakerSchema,
  counts: healthCountsSchema,
  /** Of the last `HEALTH_WINDOW_MS`; null where nothing was measured. */
  firstTokenP50Ms: durationSchema.nullable(),
  firstTokenP95Ms: durationSchema.nullable(),
  inFlight: countSchema,
  /** Null where it was not asked once in all that time. */
  series: healthSeriesSchema.nullable(),
  /** The newest first. */
  errors: z.array(healthErrorSchema).max(RECENT_MAX),
  /** The newest first. */
  probes: z.array(healthProbeSchema).max(RECENT_MAX),
  /** What a server of one's own tells of itself (vLLM); null where it tells nothing. */
  machine: z
    .object({ running: countSchema, waiting: countSchema, cacheShare: z.number().min(0).max(1).nullable() })
    .nullable(),
});
export type DeploymentHealth = z.infer<typeof deploymentHealthSchema>;

/** What `health.list` returns to administrators: every deployment that is in the catalogue, and all of them together. */
export const healthViewSchema = z.object({
  /** When it was put together; durations until `openUntil` are counted from here, whatever the browser's clock says. */
  at: momentSchema,
  deployments: z.array(deploymentHealthSchema).max(DEPLOYMENTS_MAX),
  totals: z.object({
    counts: healthCountsSchema,
    firstTokenP50Ms: durationSchema.nullable(),
    firstTokenP95Ms: durationSchema.nullable(),
    inFlight: countSchema,
    series: healthSeriesSchema,
  }),
});
export type HealthView = z.infer<typeof healthViewSchema>;
