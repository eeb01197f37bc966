/** The time, so that tests can set it. */
export interface Clock {
  /** The present moment. */
  now(): Date;
}
