import { Refusal } from "#scripts/install/refusal.mjs";
import type { ServerContext } from "#server/context.ts";
import {
  disableAccount,
  enableAccount,
  endSessions,
  findAccount,
  resetPassword,
  setRole,
} from "#server/domains/accounts/index.ts";
import { AppError } from "#server/errors.ts";

const USAGE = `How to use it:
  npm run user -- list                             every account
  npm run user -- reset-password EMAIL             a new password, told once
  npm run user -- set-role EMAIL admin|user
  npm run user -- disable EMAIL                    keeps the person out; what they wrote stays
  npm run user -- enable EMAIL
  npm run user -- end-sessions EMAIL               signs the person out everywhere`;

type Command = (ctx: ServerContext, email: string, rest: string[]) => Promise<string>;

const COMMANDS: Record<string, Command> = {
  async "reset-password"(ctx, email) {
    const { password } = await resetPassword(ctx, email);
    return `The new password of ${email}: ${password}\nIt works from now on; all sessions of the account have ended.`;
  },
  async "set-role"(ctx, email, [role]) {
    if (role !== "admin" && role !== "user") throw new Refusal(`A role is admin or user.\n${USAGE}`);
    await setRole(ctx, email, role);
    return `${email} is ${role === "admin" ? "an administrator" : "an ordinary user"} now.`;
  },
  async disable(ctx, email) {
    await disableAccount(ctx, email);
    return `${email} is kept out from now on.`;
  },
  async enable(ctx, email) {
    await enableAccount(ctx, email);
    return `${email} may sign in again.`;
  },
  async "end-sessions"(ctx, email) {
    await endSessions(ctx, (await findAccount(ctx, email)).id, { exceptId: null });
    return `${email} is signed out everywhere.`;
  },
};

/** Does what the operator's words say and returns what to tell them. Throws Refusal that says what to do instead. */
export async function runUserCommand(ctx: ServerContext, words: readonly string[]): Promise<string> {
  const [name = "", email, ...rest] = words;
  if (name === "list" && email === undefined) return listAccounts(ctx);
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command || email === undefined || rest.length > (name === "set-role" ? 1 : 0)) throw new Refusal(USAGE);
  try {
    return await command(ctx, email, rest);
  } catch (error) {
    throw error instanceof AppError && error.code !== "internal" ? new Refusal(error.userMessage) : error;
  }
}

async function listAccounts(ctx: ServerContext): Promise<string> {
  const accounts = await ctx.accounts.listUsers();
  if (accounts.length === 0)
    return "There is no account yet: the first one that is made in the browser is the administrator.";
  const rows = accounts.map(({ email, role, createdAt, disabledAt, passwordHash }) => [
    email,
    disabledAt ? `${role}, disabled` : role,
    passwordHash === null ? "by a provider" : "by password",
    createdAt.toISOString().slice(0, 10),
  ]);
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => (row[column] ?? "").length)));
  return rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ")).join("\n");
}
