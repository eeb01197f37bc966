import { z } from "zod";
import { idSchema } from "#contracts/ids.ts";

/** The last entry of a page: the next page holds what comes behind it, even when entries moved meanwhile. */
export type ListCursor = { updatedAt: Date; id: string };

const contentSchema = z.tuple([z.int().nonnegative().max(8.64e15), idSchema]);

/** Parses the text that `writeListCursor` made; any other text is invalid input. */
export const listCursorSchema = z
  .string()
  .max(200)
  .transform((text, context): ListCursor => {
    const content = contentSchema.safeParse(parseJson(Buffer.from(text, "base64url").toString("utf8")));
    if (content.success) return { updatedAt: new Date(content.data[0]), id: content.data[1] };
    context.addIssue({ code: "custom", message: "This cursor was not made by conversations.list." });
    return z.NEVER;
  });

/** The text of a cursor; opaque to who receives it. */
export function writeListCursor(cursor: ListCursor): string {
  return Buffer.from(JSON.stringify([cursor.updatedAt.getTime(), cursor.id])).toString("base64url");
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
