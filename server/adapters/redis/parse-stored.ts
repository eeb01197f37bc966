import type { z } from "zod";

/** What a text of ours holds; null for what another version wrote, or somebody else. */
export function parseStored<Stored>(schema: z.ZodType<Stored>, text: string): Stored | null {
  try {
    return schema.safeParse(JSON.parse(text)).data ?? null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
