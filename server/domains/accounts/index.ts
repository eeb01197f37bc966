export { SESSION_AGE_MAX_MS, type Account, type Origin, type SessionKey, type SignInProvider } from "./account.ts";
export { authenticateSession } from "./authenticate-session.ts";
export { endSessions } from "./end-sessions.ts";
export { findSignInProviders } from "./find-sign-in-providers.ts";
export { issueSocketTicket } from "./issue-socket-ticket.ts";
export { redeemSocketTicket } from "./redeem-socket-ticket.ts";
export { signInWithPassword } from "./sign-in-with-password.ts";
export { signUp } from "./sign-up.ts";
export { startSession } from "./start-session.ts";
