import type { ConnectableProvider, ConnectionScope } from "#contracts/connection.ts";
import type { Actor } from "#server/context.ts";
import { AppError } from "#server/errors.ts";

type Wanted = { scope: ConnectionScope; provider: ConnectableProvider } & {
  [place in "baseUrl" | "project" | "region"]?: string | undefined;
};

/** The kinds with one address that everybody knows. A cloud's has the region in it, and its key says where tokens are asked for. */
const HAS_KNOWN_ADDRESS: ReadonlySet<ConnectableProvider> = new Set(["openai", "anthropic", "google"]);

/** Only administrators manage what everybody uses; each person manages their own. Throws AppError `forbidden`. */
export function assertMayManage(actor: Pick<Actor, "role">, scope: ConnectionScope): void {
  if (scope === "personal" || actor.role === "admin") return;
  throw new AppError("forbidden", {
    userMessage: "Only an administrator can change the connections of this instance. You can add a key of your own.",
  });
}

/**
 * Who may connect what. A person's own connection goes to a known provider at its known address
 * only, or else anybody with an account could make this server call into its own network (SSRF).
 * Throws AppError `forbidden` or `invalid-input`.
 */
export function assertMayConnect(actor: Pick<Actor, "role">, wanted: Wanted): void {
  assertMayManage(actor, wanted.scope);
  if (wanted.scope !== "personal") return;
  const { provider, baseUrl, project, region } = wanted;
  if (!HAS_KNOWN_ADDRESS.has(provider) || baseUrl !== undefined || project !== undefined || region !== undefined) {
    throw new AppError("forbidden", {
      userMessage:
        "Only an administrator can connect a server by its address, or a cloud. Ask one, or use a key for OpenAI, Anthropic or Google.",
    });
  }
}

/** The catalogue is everybody's, so administrators keep it alone. Throws AppError `forbidden`. */
export function assertMayKeepCatalogue(actor: Pick<Actor, "role">): void {
  if (actor.role === "admin") return;
  throw new AppError("forbidden", { userMessage: "Only an administrator can see and change the catalogue of models." });
}

/** What was found, or AppError `not-found`: missing and somebody else's are not told apart. */
export function requireConnection<Found>(found: Found | null): Found {
  if (found !== null) return found;
  throw new AppError("not-found", { userMessage: "This connection is not here. It may have been deleted." });
}
