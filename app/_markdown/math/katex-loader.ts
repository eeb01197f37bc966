import type { katex } from "./katex-module.ts";

type Katex = typeof katex;

/** Fonts that nearly every formula needs. */
const FONTS = ["1em KaTeX_Main", "italic 1em KaTeX_Math"];
const LONGEST_FONT_WAIT_MS = 1_500;

let loaded: Katex | null = null;
let loading: Promise<void> | null = null;
const listeners = new Set<() => void>();

/** The typesetter, or null while it is not there: a store that React can subscribe to. */
export const katexLoader = {
  current: (): Katex | null => loaded,
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    loading ??= load();
    return () => listeners.delete(listener);
  },
};

/** The fonts come before the first formula is shown, so that it is never set again in others. */
async function load(): Promise<void> {
  try {
    const { katex } = await import("./katex-module.ts");
    const fonts = Promise.allSettled(FONTS.map((font) => document.fonts.load(font)));
    await Promise.race([fonts, new Promise((resolve) => setTimeout(resolve, LONGEST_FONT_WAIT_MS))]);
    loaded = katex;
    for (const listener of listeners) listener();
  } catch {
    // Offline: formulas stay readable as their source, and the next one tries again.
    loading = null;
  }
}
