import type { Env, Token } from "markdown-it";

/** A link reference definition and the line of the parsed text on which it stands. */
export type Definition = { label: string; line: number; reference: Reference };

export type Reference = { href: string; title: string };

export type Inlines = ReadonlyMap<string, Token[]>;

type EnvInput = { references: ReadonlyMap<string, Reference>; isOpen: boolean; missed: Set<string>; inlines: Inlines };

/** What one parse is told (`isOpen`) and what it leaves behind for the incremental layer. */
export type MarkdownEnv = Env & {
  /** More text may follow: unfinished markup at the end is shown as what it will probably become. */
  isOpen: boolean;
  /** Set by the rules: the end is shown otherwise than it is written so far. */
  isAltered: boolean;
  /** The tokens of texts that the last parse of the same tail has seen, and those that this one sees. */
  knownInlines: Inlines;
  inlines: Map<string, Token[]>;
  references: Record<string, Reference>;
  definitions: Definition[];
};

/**
 * A fresh environment that knows the given references. Labels that were looked up in vain are added to `missed`, so
 * that a definition that arrives later finds the text that waits for it.
 */
export function createEnv({ references: known, isOpen, missed, inlines }: EnvInput): MarkdownEnv {
  const target: Record<string, Reference> = Object.create(null);
  for (const [label, reference] of known) target[label] = reference;
  const references = new Proxy(target, {
    get(record, label) {
      if (typeof label !== "string") return undefined;
      const reference = record[label];
      if (reference === undefined) missed.add(label);
      return reference;
    },
  });
  return { isOpen, references, definitions: [], isAltered: false, knownInlines: inlines, inlines: new Map() };
}
