/** One measured number beside its reference of the same run. `ratio` is value / reference. */
export type Figure = {
  bench: string;
  figure: string;
  value: number;
  unit: string;
  /** What the same thing costs the reference; null where the goal is an absolute number. */
  reference: number | null;
  ratio: number | null;
  /** The goal in words: "ratio at least 15", "at most 4 ms". */
  goal: string;
  met: boolean;
};

/** What a bench says of a number; the runner adds the rest. */
export type Measurement = {
  figure: string;
  value: number;
  unit: string;
  reference?: number;
  /** Either a bound of the ratio (needs `reference`) or of the value itself. */
  goal: { of: "ratio" | "value"; atLeast: number } | { of: "ratio" | "value"; atMost: number } | null;
};

/** What each file of `bench/` exports as `bench`. */
export type Bench = {
  /** One line for `--list`: what is measured, and against what. */
  description: string;
  /** Measures ours and the reference in the same run, interleaved. Cleans up after itself. */
  run: () => Promise<Measurement[]>;
};
