import type { Strength } from "./find-overlap-starts.ts";
import { readFence } from "./read-fence.ts";
import { readIntroduction } from "./read-introduction.ts";

/** How a continuation begins. */
export type Opening = {
  /** Where its content begins if it repeats nothing: behind an introduction and a fence that is open already. */
  contentAt: number;
  /** Where it may repeat something, and how much that must say there, in the order in which they are tried. */
  places: readonly { at: number; needs: Strength }[];
  /** Whether more text could change this. */
  mayGrow: boolean;
};

/** Reads how a continuation begins. `openFence` is the fence of the block of code in which the text before stops, or null. */
export function readOpening(text: string, openFence: string | null): Opening {
  const introduction = readIntroduction(text);
  const fence = readFence(text.slice(introduction.length), openFence);
  const behindFence = introduction.length + fence.length;
  const behindDots = behindFence + (/^(\.\.\.|…)/.exec(text.slice(behindFence))?.[0].length ?? 0);
  const behindBlanks = behindDots + (/^\s*/.exec(text.slice(behindDots))?.[0].length ?? 0);
  const places: { at: number; needs: Strength }[] = [
    { at: 0, needs: "alone" },
    { at: introduction.length, needs: "alone" },
    { at: behindFence, needs: "weak" },
    { at: behindDots, needs: "weak" },
    { at: behindBlanks, needs: behindDots > behindFence ? "weak" : "firm" },
  ];
  return {
    contentAt: introduction.length + (fence.opensBlock ? fence.length : 0),
    places: places.filter(({ at }, index) => places.findIndex((place) => place.at === at) === index),
    mayGrow: introduction.mayGrow || fence.mayGrow,
  };
}
