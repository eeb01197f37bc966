import { parseArgs } from "node:util";
import { z } from "zod";
import { Refusal } from "#scripts/install/refusal.mjs";

const USAGE = `How to use it: npm run make-data -- --conversations N --messages M [--email E] [--seed S]
  --conversations   how many conversations
  --messages        how many messages, all conversations together; at least two for each
  --email           whose they are; may be left out where there is only one account
  --seed            another number makes other data; 1 when left out`;

const orderSchema = z
  .object({
    conversations: z.coerce.number().int().min(1).max(10_000_000),
    messages: z.coerce.number().int().min(2).max(100_000_000),
    email: z.string().optional(),
    seed: z.coerce.number().int().min(0).max(0xffffffff).default(1),
  })
  .refine(({ conversations, messages }) => messages >= 2 * conversations);

/** What is asked for on the command line. Throws Refusal that says how to ask. */
export function parseOrder(words: readonly string[]): z.infer<typeof orderSchema> {
  const option = { type: "string" } as const;
  try {
    const options = { conversations: option, messages: option, email: option, seed: option };
    return orderSchema.parse(parseArgs({ args: [...words], options }).values);
  } catch {
    throw new Refusal(USAGE);
  }
}
