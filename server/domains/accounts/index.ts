export { SESSION_AGE_MAX_MS, type SessionKey } from "./account.ts";
export { AccountRefusal } from "./account-refusal.ts";
export { authenticateSession } from "./authenticate-session.ts";
export { endSessions } from "./end-sessions.ts";
export { issueSocketTicket } from "./issue-socket-ticket.ts";
export { redeemSocketTicket } from "./redeem-socket-ticket.ts";
export { signInWithPassword } from "./sign-in-with-password.ts";
export { signInWithProvider } from "./sign-in-with-provider.ts";
export { startSession } from "./start-session.ts";
