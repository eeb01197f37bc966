import type { Logger } from "#server/ports/logger.ts";
import type { CatalogueMark, CatalogueRevisionStore } from "./catalogue-revision.ts";
import { createCatalogueSnapshot, type CatalogueSnapshot } from "./catalogue-snapshot.ts";
import { EMPTY_DOCUMENT } from "./empty-document.ts";

/** A change has to reach every process within a second. */
const LOOK_EVERY_MS = 500;

/** The catalogue as a process knows it. */
export type Catalogue = {
  /** What was true half a second ago, from memory; the first to ask waits for the database. Rejects only where it never answered. */
  current(): Promise<CatalogueSnapshot>;
  /** What is true now: asks the database. */
  refresh(): Promise<CatalogueSnapshot>;
};

type Options = { revisions: Pick<CatalogueRevisionStore, "look" | "read">; logger: Logger; lookEveryMs?: number };

/**
 * Keeps the newest catalogue in memory. Looks for a new one every 500 ms from the first question on, until `stop`; where
 * the database cannot be asked, what was known stays.
 */
export class CatalogueWatch implements Catalogue {
  readonly #options: Options;
  #known: { mark: CatalogueMark; snapshot: CatalogueSnapshot } | null = null;
  /** Looks are counted, so that a slow one never replaces what a later one brought. */
  #looks = 0;
  #knownLook = 0;
  #timer: NodeJS.Timeout | null = null;
  #looking: Promise<void> | null = null;
  #first: Promise<CatalogueSnapshot> | null = null;
  #isStopped = false;
  #isAway = false;

  constructor(options: Options) {
    this.#options = options;
  }

  async current(): Promise<CatalogueSnapshot> {
    if (this.#known) return this.#known.snapshot;
    // After a start all come at once, and one answer does for them.
    this.#first ??= this.refresh().finally(() => (this.#first = null));
    return this.#first;
  }

  async refresh(): Promise<CatalogueSnapshot> {
    const snapshot = await this.#look();
    if (!this.#timer && !this.#isStopped) this.#lookAgain();
    return snapshot;
  }

  /** Ends the looking, and waits for one that is under way. Can be called twice. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    if (this.#timer) clearTimeout(this.#timer);
    await this.#looking;
  }

  #lookAgain(): void {
    this.#timer = setTimeout(() => {
      this.#looking = this.#tryLook().then(() => {
        this.#looking = null;
        if (!this.#isStopped) this.#lookAgain();
      });
    }, this.#options.lookEveryMs ?? LOOK_EVERY_MS).unref();
  }

  async #tryLook(): Promise<void> {
    try {
      await this.#look();
      this.#isAway = false;
    } catch (error) {
      // Said once an outage: it is the same news every half second.
      if (!this.#isAway)
        this.#options.logger.warn({ error }, "the catalogue of models cannot be read; the last one stays");
      this.#isAway = true;
    }
  }

  async #look(): Promise<CatalogueSnapshot> {
    const look = ++this.#looks;
    const { revisions, logger } = this.#options;
    // The mark first: what changes between the two is read again with the next look.
    const mark = await revisions.look();
    if (this.#known && isSame(this.#known.mark, mark)) return this.#known.snapshot;
    const { revision, document, connections } = await revisions.read();
    if (document === null && revision > 0)
      logger.error({ revision }, "the catalogue cannot be understood; the models of this program count alone");
    const snapshot = createCatalogueSnapshot({ revision, document: document ?? EMPTY_DOCUMENT, connections });
    if (look > this.#knownLook) {
      this.#knownLook = look;
      this.#known = { mark, snapshot };
    }
    return snapshot;
  }
}

function isSame(one: CatalogueMark, other: CatalogueMark): boolean {
  return one.revision === other.revision && one.connections === other.connections;
}
