import { z } from "zod";
import { findProcessStart } from "#scripts/processes/find-process-start.ts";

/** In a data folder: whose it is. */
export const INSTANCE_FILE = "instance.json";

const ownerSchema = z.object({
  pid: z.number().int(),
  startedAt: z.string(),
  address: z.string(),
  isStopping: z.boolean(),
});

export type InstanceOwner = z.infer<typeof ownerSchema>;

/** The launcher that a data folder's file names; null where that does not run any more, or the file says nothing. */
export function findLivingOwner(content: string): InstanceOwner | null {
  const { data } = ownerSchema.safeParse(parseJson(content));
  return data && findProcessStart(data.pid) === data.startedAt ? data : null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
