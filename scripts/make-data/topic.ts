import type { CIRCUMSTANCES } from "./circumstances.ts";

/** What a made-up conversation is about, in its own language. Sentences are whole and stand in any order. */
export type Topic = {
  language: keyof typeof CIRCUMSTANCES;
  /** What people ask first; also makes the title. */
  questions: readonly string[];
  /** What they ask then. */
  followUps: readonly string[];
  heading: string;
  sentences: readonly string[];
  /** Points of a list. */
  points: readonly string[];
  /** A table's head and rows. */
  table: { head: readonly string[]; rows: readonly (readonly string[])[] } | null;
  code: { language: string; text: string } | null;
  formula: string | null;
};
