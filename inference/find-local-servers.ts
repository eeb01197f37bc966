import { createConnection } from "./create-connection.ts";
import { listModelNames } from "./list-model-names.ts";

/** A model server that answers on this machine. */
export type LocalServer = { label: string; baseUrl: string; modelNames: string[] };

/** Where else to look than on the usual ports, and for how long; tests do. */
type LocalSearch = { servers?: readonly { label: string; baseUrl: string }[]; timeoutMs?: number };

const SEARCH_TIMEOUT_MS = 1_500;

/** The ports that these servers use where nobody chose another. */
const USUAL_SERVERS = [
  { label: "Ollama", baseUrl: "http://127.0.0.1:11434/v1" },
  { label: "LM Studio", baseUrl: "http://127.0.0.1:1234/v1" },
  { label: "vLLM", baseUrl: "http://127.0.0.1:8000/v1" },
];

/**
 * The model servers that answer on their usual ports of this machine, within SEARCH_TIMEOUT_MS.
 * Never throws: a server that does not answer is not there.
 */
export async function findLocalServers(
  signal: AbortSignal,
  { servers = USUAL_SERVERS, timeoutMs = SEARCH_TIMEOUT_MS }: LocalSearch = {},
): Promise<LocalServer[]> {
  const limit = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
  const asked = servers.map(async (server) => ({
    ...server,
    modelNames: await listModelNames(
      createConnection({ provider: "openai-compatible", baseUrl: server.baseUrl }),
      limit,
    ),
  }));
  const answers = await Promise.allSettled(asked);
  return answers.flatMap((answer) => (answer.status === "fulfilled" ? [answer.value] : []));
}
