import { z } from "zod";

const contentSchema = z.object({ parts: z.tuple([z.object({ text: z.string() })]) });
const sizeSchema = z.int().positive().optional();

/** Several texts of the Gemini API; several, or one, of Vertex. */
const bodySchema = z.union([
  z.object({ requests: z.array(z.object({ content: contentSchema, outputDimensionality: sizeSchema })).min(1) }),
  z.object({
    instances: z.array(z.object({ content: z.string() })).min(1),
    parameters: z.object({ outputDimensionality: sizeSchema }).optional(),
  }),
  z.object({ content: contentSchema, embedContentConfig: z.object({ outputDimensionality: sizeSchema }).optional() }),
]);

/** The texts that Google is asked to embed. Throws where the body is none of its three forms. */
export function readGoogleTexts(body: unknown): string[] {
  const asked = bodySchema.parse(body);
  if ("requests" in asked) return asked.requests.map(({ content }) => content.parts[0].text);
  return "instances" in asked ? asked.instances.map(({ content }) => content) : [asked.content.parts[0].text];
}
