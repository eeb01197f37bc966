import { z } from "zod";
import type { Prisma } from "#prisma/generated/client.ts";
import type { Database } from "#server/adapters/postgres/database.ts";
import type { Account, Identity, Role } from "./account.ts";
import { AccountRefusal } from "./account-refusal.ts";
import type { Admission } from "./policy.ts";
import { roleSchema } from "./schema.ts";

type NewUser = Pick<Account, "id" | "email" | "name" | "passwordHash" | "emailVerifiedAt" | "createdAt">;

/** What else is decided in the transaction that makes an account. */
type NewUserTerms = Admission & { identity: Identity | null };

type UserChange = Partial<Pick<Account, "name" | "passwordHash" | "role" | "emailVerifiedAt" | "disabledAt">>;

/** The accounts of the instance and their identities at providers. */
export type UserRepository = {
  isEmpty(): Promise<boolean>;
  findUser(userId: string): Promise<Account | null>;
  findUserByEmail(email: string): Promise<Account | null>;
  findUserByIdentity(identity: Identity): Promise<Account | null>;
  listUsers(): Promise<Account[]>;
  /**
   * Makes an account, wholly or not at all. Whoever is first becomes administrator, and of several
   * at the same moment exactly one is. Throws AccountRefusal where the terms do not hold or the
   * address is taken.
   */
  createUser(user: NewUser, terms: NewUserTerms): Promise<Account>;
  updateUser(userId: string, change: UserChange): Promise<void>;
  /** Lets an identity sign in as the person. Safe to repeat; throws AccountRefusal where it signs in as somebody else. */
  createIdentity(userId: string, identity: Identity, createdAt: Date): Promise<void>;
};

/** Any number, the same in every process: whoever may make the first account holds this lock. */
const FIRST_ACCOUNT_LOCK = 7_021_001;

/** The accounts in PostgreSQL. */
export function createUserRepository({ prisma }: Pick<Database, "prisma">): UserRepository {
  return {
    isEmpty: async () => (await prisma.user.findFirst({ select: { id: true } })) === null,
    findUser: async (userId) => toAccount(await prisma.user.findUnique({ where: { id: userId } })),
    findUserByEmail: async (email) => toAccount(await prisma.user.findUnique({ where: { email } })),
    async findUserByIdentity({ provider, subject }) {
      const row = await prisma.identity.findUnique({ where: { provider_subject: { provider, subject } } });
      return row && toAccount(await prisma.user.findUnique({ where: { id: row.userId } }));
    },
    listUsers: async () => accountSchema.array().parse(await prisma.user.findMany({ orderBy: { createdAt: "asc" } })),
    createUser: (user, terms) => prisma.$transaction((transaction) => createUser(transaction, user, terms)),
    async updateUser(userId, change) {
      await prisma.user.update({ where: { id: userId }, data: change });
    },
    async createIdentity(userId, { provider, subject }, createdAt) {
      await prisma.identity.createMany({ data: [{ provider, subject, userId, createdAt }], skipDuplicates: true });
      const row = await prisma.identity.findUnique({ where: { provider_subject: { provider, subject } } });
      if (row?.userId !== userId) throw new AccountRefusal("identity-taken");
    },
  };
}

const accountSchema = z.object({
  id: z.string(),
  email: z.string(),
  name: z.string().nullable(),
  role: roleSchema,
  passwordHash: z.string().nullable(),
  emailVerifiedAt: z.date().nullable(),
  createdAt: z.date(),
  disabledAt: z.date().nullable(),
});

function toAccount(row: unknown): Account | null {
  return accountSchema.nullable().parse(row);
}

async function createUser(transaction: Prisma.TransactionClient, user: NewUser, terms: NewUserTerms): Promise<Account> {
  const isFirst = await isFirstAccount(transaction);
  if (terms.unlessFirst && !isFirst) throw new AccountRefusal(terms.unlessFirst);
  const invitedRole =
    terms.invitationCodeHash === null || isFirst
      ? null
      : await acceptInvitation(transaction, user, terms.invitationCodeHash);
  const role: Role = isFirst ? "admin" : (invitedRole ?? "user");
  const row = { ...user, role, disabledAt: null };
  const { count } = await transaction.user.createMany({ data: [row], skipDuplicates: true });
  if (count === 0) throw new AccountRefusal("email-taken");
  if (terms.identity) {
    await transaction.identity.create({ data: { ...terms.identity, userId: user.id, createdAt: user.createdAt } });
  }
  return row;
}

/** True for one transaction at a time, while there is no account: the others wait for it and then see its account. */
async function isFirstAccount(transaction: Prisma.TransactionClient): Promise<boolean> {
  if (await transaction.user.findFirst({ select: { id: true } })) return false;
  await transaction.$queryRaw`select pg_advisory_xact_lock(${FIRST_ACCOUNT_LOCK})::text`;
  return (await transaction.user.findFirst({ select: { id: true } })) === null;
}

/** Uses the invitation up and says the role that it gives; an invitation holds only while its maker is an administrator. */
async function acceptInvitation(transaction: Prisma.TransactionClient, user: NewUser, codeHash: string): Promise<Role> {
  const rows: unknown = await transaction.$queryRaw`
    update invitations set accepted_by = ${user.id}::uuid, accepted_at = ${user.createdAt}
    where code_hash = ${codeHash} and accepted_at is null and expires_at > ${user.createdAt}
      and (email is null or email = ${user.email})
      and exists (select from users where id = created_by and role = 'admin' and disabled_at is null)
    returning role`;
  const [accepted] = z.array(z.object({ role: roleSchema })).parse(rows);
  if (accepted) return accepted.role;
  throw new AccountRefusal("invitation-invalid");
}
