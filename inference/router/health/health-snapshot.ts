import { z } from "zod";

const stampedSchema = { at: z.number(), by: z.string() };
const countEntrySchema = z.tuple([z.number(), z.number(), z.number()]);

const deploymentSnapshotSchema = z.object({
  deploymentId: z.string(),
  outcomes: z.array(countEntrySchema).max(10_000),
  times: z.array(countEntrySchema).max(10_000),
  peak: z.object({ ms: z.number(), at: z.number() }).nullable(),
  inFlight: z.number(),
  lastCallAt: z.number(),
  breaker: z.object({
    ...stampedSchema,
    value: z.object({
      isOpen: z.boolean(),
      since: z.number(),
      until: z.number(),
      opens: z.number(),
      reason: z.string(),
    }),
  }),
  trial: z.object({ ...stampedSchema, value: z.number() }),
  restUntil: z.number(),
  failures: z
    .array(
      z.object({
        at: z.number(),
        code: z.string(),
        message: z.string(),
        status: z.number().nullable(),
        requestId: z.string().nullable(),
      }),
    )
    .max(100),
  probes: z.array(z.object({ at: z.number(), failureCode: z.string().nullable() })).max(100),
});
export type DeploymentSnapshot = z.infer<typeof deploymentSnapshotSchema>;

/** What one process tells the others of the deployments whose health has changed. */
export const healthSnapshotSchema = z.object({
  processId: z.string(),
  at: z.number(),
  deployments: z.array(deploymentSnapshotSchema).max(10_000),
});
export type HealthSnapshot = z.infer<typeof healthSnapshotSchema>;
