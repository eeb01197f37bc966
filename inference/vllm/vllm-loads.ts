import type { ProviderConnection } from "#inference/provider.ts";
import { readVllmMetrics } from "./read-vllm-metrics.ts";
import type { VllmMetrics } from "./vllm-metrics.ts";

/** A deployment whose server may be vLLM. */
export type LoadedDeployment = { deploymentId: string; connection: ProviderConnection };

/** What a server last said, when, and when it is asked again; in milliseconds. */
type Reading = { metrics: VllmMetrics | null; at: number; nextAt: number };

/** A load changes within seconds. */
const TELLING_EVERY_MS = 5_000;
/** Most servers have no metrics, but one of them may be replaced. */
const SILENT_EVERY_MS = 60_000;
/** Older than that, a load says nothing; must stay above TELLING_EVERY_MS. */
const BELIEVED_MS = 15_000;

/** What vLLM servers last said of their load. */
export class VllmLoads {
  readonly #read: typeof readVllmMetrics;
  readonly #readings = new Map<string, Reading>();
  readonly #addresses = new Map<string, string>();
  /** The servers that told their load once. */
  readonly #known = new Set<string>();

  constructor(read: typeof readVllmMetrics = readVllmMetrics) {
    this.#read = read;
  }

  /**
   * Asks the servers of these deployments that have not been asked for a while, each once, and forgets
   * all others. Never throws, and may be called as often as one likes.
   */
  async refresh(deployments: readonly LoadedDeployment[], now: number, signal: AbortSignal): Promise<void> {
    const servers = this.#keep(deployments);
    const due = [...servers].filter(([address]) => (this.#readings.get(address)?.nextAt ?? 0) <= now);
    const asking = due.map(async ([address, connection]) => {
      const before = this.#readings.get(address);
      this.#readings.set(address, { metrics: null, at: 0, ...before, nextAt: now + TELLING_EVERY_MS });
      const metrics = await this.#read(connection, signal);
      if (metrics !== null) this.#known.add(address);
      const nextAt = now + (metrics === null ? SILENT_EVERY_MS : TELLING_EVERY_MS);
      if (this.#readings.has(address)) this.#readings.set(address, { metrics, at: now, nextAt });
    });
    await Promise.all(asking);
  }

  /** What the server of a deployment said within the last seconds; null where it said nothing. */
  find(deploymentId: string, now: number): VllmMetrics | null {
    const reading = this.#readings.get(this.#addresses.get(deploymentId) ?? "");
    return reading !== undefined && now - reading.at <= BELIEVED_MS ? reading.metrics : null;
  }

  /** Whether its server has said at any time that it is vLLM: one that is silent now may be starting. */
  isVllm(deploymentId: string): boolean {
    return this.#known.has(this.#addresses.get(deploymentId) ?? "");
  }

  #keep(deployments: readonly LoadedDeployment[]): Map<string, ProviderConnection> {
    const servers = new Map<string, ProviderConnection>();
    this.#addresses.clear();
    for (const { deploymentId, connection } of deployments) {
      if (connection.provider !== "openai-compatible" || connection.baseUrl === null) continue;
      servers.set(connection.baseUrl, connection);
      this.#addresses.set(deploymentId, connection.baseUrl);
    }
    for (const address of this.#readings.keys()) {
      if (servers.has(address)) continue;
      this.#readings.delete(address);
      this.#known.delete(address);
    }
    return servers;
  }
}
