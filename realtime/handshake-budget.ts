import { TokenBucket } from "./token-bucket.ts";

/**
 * How many handshakes one process lets begin: each costs a signature check, some queries and about half a millisecond
 * of the loop that serves everybody else. Of 20,000 browsers that lost their process at once, with the pauses of
 * app/_lib/realtime/reconnect-delay.ts, one process has half after 9 seconds, nine of ten after 18 and all after about
 * 31; two have them after 4, 9 and 25.
 */
const BURST = 1_000;
const PER_SECOND = 1_000;

/** How many may be under way, in line or being worked on: where the database is slow, this holds before the rate does. */
const UNDER_WAY_MAX = 500;

/** How many tickets and pages of one network may turn out bad at once, and how many a second in the long run. Good ones are not counted: a whole company may share an address. */
const BAD_BURST = 100;
const BAD_PER_SECOND = 5;

/** How many networks are remembered; beyond that the one that was bad first is forgotten. */
const NETWORKS_MAX = 10_000;

type Limits = { burst: number; perSecond: number; underWay: number; badBurst: number; badPerSecond: number };

const LIMITS: Limits = {
  burst: BURST,
  perSecond: PER_SECOND,
  underWay: UNDER_WAY_MAX,
  badBurst: BAD_BURST,
  badPerSecond: BAD_PER_SECOND,
};

/** The HTTP status of a handshake that is turned away, or null for one that may go on. */
type Verdict = 429 | 503 | null;

/** Which handshakes may go on, decided before any of them costs anything. */
export class HandshakeBudget {
  readonly #limits: Limits;
  readonly #bucket: TokenBucket;
  readonly #bad = new Map<string, TokenBucket>();
  #underWay = 0;

  constructor(limits: Partial<Limits> = {}) {
    this.#limits = { ...LIMITS, ...limits };
    this.#bucket = new TokenBucket(this.#limits.burst, this.#limits.perSecond);
  }

  /** Whether a handshake from this network may go on now; 429 is for its own sake, 503 for everybody's. After null, `end` must follow. */
  begin(network: string): Verdict {
    if (this.#bad.get(network)?.hasToken === false) return 429;
    if (this.#underWay >= this.#limits.underWay || !this.#bucket.spend()) return 503;
    this.#underWay += 1;
    return null;
  }

  /** It is over. A bad one offered no ticket that is good, or came from a page that may open nothing here. */
  end(network: string, isBad: boolean): void {
    this.#underWay -= 1;
    if (!isBad) return;
    const bucket = this.#bad.get(network) ?? new TokenBucket(this.#limits.badBurst, this.#limits.badPerSecond);
    bucket.spend();
    // Behind all others: the one that was bad longest ago comes first.
    this.#bad.delete(network);
    this.#bad.set(network, bucket);
    const [oldest] = this.#bad.keys();
    if (oldest !== undefined && this.#bad.size > NETWORKS_MAX) this.#bad.delete(oldest);
  }
}
