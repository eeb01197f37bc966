import { isIP } from "node:net";
import { Agent, buildConnector, type Dispatcher, EnvHttpProxyAgent } from "undici";
import { createVettedLookup, type Resolve } from "./create-vetted-lookup.ts";
import { refuseAddress } from "./refuse-address.ts";

/** HTTP/1.1: a connection a stream, so that one slow reader never holds up another's answer. */
const HTTP_1 = { allowH2: false };

type AgentOptions = {
  allows: (address: string) => boolean;
  resolve: Resolve;
  /** The proxies that calls go through; null for none. Left out of it: what the environment says. */
  proxies: EnvHttpProxyAgent.Options | null;
};

/**
 * Connections, kept alive between calls, to none but allowed addresses: a name is resolved once and
 * its vetted address connected to, whatever the name would say a moment later. Behind a proxy it is
 * the proxy that resolves names; an address that stands in a URL itself is vetted there too.
 */
export function createProviderAgent({ allows, resolve, proxies }: AgentOptions): Dispatcher {
  const connectVetted = buildConnector({ ...HTTP_1, lookup: createVettedLookup(resolve, allows) });
  const connect: buildConnector.connector = (options, callback) => {
    const { hostname } = options;
    // A lookup is not asked about what is an address already.
    if (isIP(hostname) === 0 || allows(hostname)) connectVetted(options, callback);
    else queueMicrotask(() => callback(refuseAddress(hostname, [hostname]), null));
  };
  if (proxies === null) return new Agent({ ...HTTP_1, connect });
  return new EnvHttpProxyAgent({ ...HTTP_1, ...proxies, connect }).compose(vetLiterals(allows));
}

/** `localhost` behind a proxy is the proxy's own machine. */
function vetLiterals(allows: AgentOptions["allows"]): Dispatcher.DispatcherComposeInterceptor {
  return (dispatch) => (options, handler) => {
    const hostname = new URL(options.origin ?? "").hostname.replace(/^\[(.+)\]$/, "$1");
    const addresses = /^(.+\.)?localhost\.?$/.test(hostname) ? ["127.0.0.1", "::1"] : [hostname];
    if (addresses.every((address) => isIP(address) !== 0 && !allows(address))) throw refuseAddress(hostname, addresses);
    return dispatch(options, handler);
  };
}
