import { lookup } from "node:dns";
import { globalAgent } from "node:http";
import type { Dispatcher } from "undici";
import { z } from "zod";
import { createProviderAgent } from "./create-provider-agent.ts";
import { outgoingAddresses } from "./outgoing-addresses.ts";

/** Where Node was told to use the proxies that the environment names (`NODE_USE_ENV_PROXY`), its own agent has them. */
const proxiedSchema = z.object({ options: z.object({ proxyEnv: z.object({}) }) });

/** The connections to all providers, kept alive between calls; to no address that `outgoingAddresses` does not allow. */
export const providerAgent: Dispatcher = createProviderAgent({
  allows: outgoingAddresses.allows,
  resolve: lookup,
  proxies: proxiedSchema.safeParse(globalAgent).success ? {} : null,
});
