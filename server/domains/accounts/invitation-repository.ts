import { z } from "zod";
import type { Database } from "#server/adapters/postgres/database.ts";
import type { Invitation } from "./account.ts";
import { roleSchema } from "./schema.ts";

/** Permissions to make an account. Only the hash of a code is kept. */
export type InvitationRepository = {
  createInvitation(invitation: Invitation, codeHash: string): Promise<void>;
  /** All that are kept, the newest first. */
  listInvitations(): Promise<Invitation[]>;
  /** Takes an invitation back that nobody accepted; false when there is none. */
  deleteInvitation(id: string): Promise<boolean>;
  /** Forgets invitations that nobody accepted and that expired before `before`. Says how many. */
  deleteStaleInvitations(before: Date): Promise<number>;
};

const invitationSchema = z.object({
  id: z.string(),
  email: z.string().nullable(),
  role: roleSchema,
  createdBy: z.string(),
  createdAt: z.date(),
  expiresAt: z.date(),
  acceptedBy: z.string().nullable(),
  acceptedAt: z.date().nullable(),
});

/** The invitations in PostgreSQL. They are accepted where the account is made: see `user-repository.ts`. */
export function createInvitationRepository({ prisma }: Pick<Database, "prisma">): InvitationRepository {
  return {
    async createInvitation(invitation, codeHash) {
      await prisma.invitation.create({ data: { ...invitation, codeHash } });
    },
    listInvitations: async () =>
      invitationSchema.array().parse(await prisma.invitation.findMany({ orderBy: { createdAt: "desc" } })),
    deleteInvitation: async (id) =>
      (await prisma.invitation.deleteMany({ where: { id, acceptedAt: null } })).count === 1,
    deleteStaleInvitations: async (before) =>
      (await prisma.invitation.deleteMany({ where: { acceptedAt: null, expiresAt: { lt: before } } })).count,
  };
}
