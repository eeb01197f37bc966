import { z } from "zod";
import { idSchema } from "#contracts/ids.ts";

export const stopGenerationSchema = z.object({ generationId: idSchema });
