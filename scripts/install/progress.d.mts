export type Step = { done: (text?: string) => void; fail: (text?: string) => void };

export type Progress = {
  /** Starts a step; several may run at once. */
  begin: (label: string) => Step;
  line: (text: string) => void;
  warn: (text: string) => void;
  strong: (text: string) => string;
};

export type ProgressOptions = { write?: (text: string) => unknown; isTerminal?: boolean };

/** Says what is going on: a line that moves on a terminal, plain lines elsewhere. */
export function createProgress(options?: ProgressOptions): Progress;
