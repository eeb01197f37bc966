import { globalAgent } from "node:http";
import { Agent, type Dispatcher, EnvHttpProxyAgent } from "undici";
import { z } from "zod";

/** HTTP/1.1: a connection a stream, so that one slow reader never holds up another's answer. */
const OPTIONS = { allowH2: false };

/** Where Node was told to use the proxies that the environment names (`NODE_USE_ENV_PROXY`), its own agent has them. */
const proxiedSchema = z.object({ options: z.object({ proxyEnv: z.object({}) }) });

/** The connections to all providers, kept alive between calls. */
export const providerAgent: Dispatcher = proxiedSchema.safeParse(globalAgent).success
  ? new EnvHttpProxyAgent(OPTIONS)
  : new Agent(OPTIONS);
