import type { CatalogueDocument } from "#contracts/catalogue-document.ts";
import type { ConnectionRecord } from "./catalog.ts";

/** What a new revision is made of. */
type NewRevision = {
  baseRevision: number;
  madeAt: Date;
  madeBy: string | null;
  summary: string;
  document: CatalogueDocument;
};

/** A revision as stored, with who made it. `document` is null where this program cannot read it. */
export type RevisionRecord = {
  id: number;
  madeAt: Date;
  madeBy: { id: string; email: string; name: string | null } | null;
  summary: string;
  document: CatalogueDocument | null;
};

/** Tells whether anything changed: the newest revision (0: none), and a text that differs whenever a connection of the instance does. */
export type CatalogueMark = { revision: number; connections: string };

/** The catalogue's revisions, and what tells that there is something new. */
export type CatalogueRevisionStore = {
  /** One small question, asked again and again. */
  look(): Promise<CatalogueMark>;
  /** Everything a snapshot is made of. `document` is null where there is none that this program can read. */
  read(): Promise<{ revision: number; document: CatalogueDocument | null; connections: ConnectionRecord[] }>;
  /** False where `baseRevision` is not the newest any more; then nothing is kept. */
  insert(revision: NewRevision): Promise<boolean>;
  find(id: number): Promise<RevisionRecord | null>;
  /** The newest first, from below `before` on. */
  list(page: { before: number | null; limit: number }): Promise<RevisionRecord[]>;
};
