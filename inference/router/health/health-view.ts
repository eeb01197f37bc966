import type { BreakerState } from "./breaker.ts";

/** Calls that came to a verdict in some while, and those of them that were the deployment's own fault. */
export type OutcomeCounts = { calls: number; faults: number };

/** One failure, for an administrator. */
export type FailureNote = {
  at: number;
  code: string;
  message: string;
  status: number | null;
  requestId: string | null;
};

/** One probe: null where it succeeded, else what it met. */
export type ProbeNote = { at: number; failureCode: string | null };

/** What is known of one deployment now. */
export type DeploymentHealth = {
  breaker: BreakerState;
  /** Until when an open breaker stays open, and what opened it; 0 and empty where it is closed. */
  openUntil: number;
  openReason: string;
  /** Whether a half-open breaker lets a call through: one at a time. */
  mayTry: boolean;
  /** Until when it asked to be left alone; 0 where it did not, or that is over. */
  restUntil: number;
  /** Of the last 30 seconds, and of the last 5 minutes. */
  recent: OutcomeCounts;
  lasting: OutcomeCounts;
  /** The peak-EWMA of the time to the first content, in milliseconds; null where nothing is known. */
  firstPartMs: number | null;
  /** For how long the oldest call of this process waits for the first of its content; 0 where none does. */
  waitingMs: number;
  /** How many calls it is answering. */
  inFlight: number;
  lastCallAt: number;
  /** The latest first. */
  failures: readonly FailureNote[];
  probes: readonly ProbeNote[];
};

/** What choosing and hedging read of the health of deployments. */
export interface HealthView {
  /** What is known of a deployment; one that was never asked is healthy. */
  read(deploymentId: string, now: number): DeploymentHealth;
  /** The time to the first content below which `share` of the last 5 minutes' calls lie, and how many calls those were. */
  readFirstPartTime(deploymentId: string, share: number, now: number): { ms: number | null; calls: number };
}
