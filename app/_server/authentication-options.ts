import type { AuthOptions, User } from "next-auth";
import type { JWT } from "next-auth/jwt";
import CredentialsProvider from "next-auth/providers/credentials";
import { z } from "zod";
import type { Container } from "#server/container.ts";
import type { ServerContext } from "#server/context.ts";
import {
  authenticateSession,
  endSessions,
  SESSION_AGE_MAX_MS,
  signInWithPassword,
  startSession,
} from "#server/domains/accounts/index.ts";
import { createCookies } from "./authentication-cookies.ts";
import { createAuthenticationLogger } from "./authentication-logger.ts";
import { createAuthenticationProviders } from "./authentication-providers.ts";
import type { AuthenticationVisit } from "./authentication-visit.ts";
import { finishProviderSignIn } from "./finish-provider-sign-in.ts";
import { createSessionToken } from "./session-token.ts";
import { formatSignInRefusal, toSignInRefusal } from "./sign-in-refusal.ts";

const SESSION_AGE_MAX_SECONDS = SESSION_AGE_MAX_MS / 1000;

const credentialsSchema = z.object({ email: z.string().max(2000), password: z.string().max(2000) });
const sessionTokenSchema = z.object({ sub: z.string(), sid: z.string() });

/** next-auth as we use it: it proves who somebody is; accounts, sessions and rights are ours. */
export function createAuthenticationOptions({ context, env }: Container, visit: AuthenticationVisit): AuthOptions {
  const { invitation: _unknownToNextAuth, ...cookies } = createCookies(visit.origin);
  const roundTrip = { invitationCode: visit.invitationCode, currentUserId: visit.actor?.userId ?? null };
  return {
    secret: env.AUTH_SECRET,
    useSecureCookies: visit.origin.startsWith("https:"),
    cookies,
    pages: { signIn: "/sign-in", signOut: "/", error: "/sign-in" },
    session: { strategy: "jwt", maxAge: SESSION_AGE_MAX_SECONDS },
    jwt: createSessionToken(env.AUTH_SECRET, SESSION_AGE_MAX_SECONDS),
    logger: createAuthenticationLogger(context.logger),
    providers: [
      CredentialsProvider({
        credentials: {},
        authorize: (given) => authorize(context, given, visit.ipAddress),
      }),
      ...createAuthenticationProviders(env),
    ],
    callbacks: {
      signIn: (proof) => finishProviderSignIn(context, proof, roundTrip),
      jwt: ({ token, user }) => (user ? begin(context, user, visit) : hold(context, token)),
      session: ({ session }) => ({ expires: session.expires, user: {} }),
      redirect: ({ url, baseUrl }) => stayOnOrigin(url, baseUrl),
    },
    events: {
      async signOut({ token }) {
        const ended = sessionTokenSchema.safeParse(token);
        if (ended.success) await endSessions(context, ended.data.sub, { id: ended.data.sid });
      },
    },
  };
}

async function authorize(ctx: ServerContext, given: unknown, ipAddress: string): Promise<User> {
  try {
    const credentials = credentialsSchema.safeParse(given);
    const { email, password } = credentials.data ?? { email: "", password: "" };
    const { id } = await signInWithPassword(ctx, { email, password, ipAddress });
    return { id };
  } catch (cause) {
    const refusal = toSignInRefusal(cause);
    if (refusal.error === "internal") ctx.logger.error({ error: cause }, "a sign-in by password broke");
    throw new Error(formatSignInRefusal(refusal), { cause });
  }
}

/** Starts the session that the cookie will name; the one that it replaces ends, for nobody could end it later. */
async function begin(ctx: ServerContext, user: User, visit: AuthenticationVisit): Promise<JWT> {
  if (visit.actor) await endSessions(ctx, visit.actor.userId, { id: visit.actor.sessionId });
  const { userId, sessionId } = await startSession(ctx, user.id, visit);
  return { sub: userId, sid: sessionId };
}

async function hold(ctx: ServerContext, token: JWT): Promise<JWT> {
  const { sub, sid } = sessionTokenSchema.parse(token);
  if (!(await authenticateSession(ctx, { userId: sub, sessionId: sid }))) throw new Error("the session has ended");
  return { sub, sid };
}

/** An address to go on to is one of ours, or it is the start page. */
function stayOnOrigin(url: string, baseUrl: string): string {
  const target = URL.canParse(url, baseUrl) ? new URL(url, baseUrl) : null;
  return target?.origin === new URL(baseUrl).origin ? target.href : baseUrl;
}
