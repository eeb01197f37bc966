import { z } from "zod";
import { idSchema } from "#contracts/ids.ts";

/** Which generation to stop. */
export const stopGenerationSchema = z.object({ generationId: idSchema });
