import { z } from "zod";
import { idSchema } from "#contracts/ids.ts";
import { storableText } from "#contracts/storable-text.ts";

// Lengths only keep nonsense out; what is right of an email or a password is decided, and explained, by the use cases.
const text = z.string().max(2000);
const name = z.string().transform(storableText).pipe(z.string().trim().max(100));

export const roleSchema = z.enum(["user", "admin"]);

export const signUpSchema = z.object({
  email: text,
  password: text,
  name: name.optional(),
  invitationCode: text.optional(),
});

export const changePasswordSchema = z.object({ currentPassword: text.optional(), newPassword: text });

export const updateProfileSchema = z.object({ name });

export const createInvitationSchema = z.object({
  email: text.optional(),
  role: roleSchema,
  daysValid: z.int().min(1).max(90),
});

export const byIdSchema = z.object({ id: idSchema });
