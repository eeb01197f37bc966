import type { ReactNode } from "react";

/** One thing that the palette can do. */
export type Command = {
  /** Unique among all, also where two have the same words. */
  id: string;
  label: string;
  icon: ReactNode;
  keys?: string;
  /** Further words by which it is found. */
  keywords?: string[];
  run: () => void;
};

/** Commands under one heading. */
export type CommandGroup = { heading: string; commands: Command[] };
