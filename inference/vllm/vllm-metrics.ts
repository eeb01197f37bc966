/** How busy a vLLM server says it is, over all its engines. */
export type VllmMetrics = {
  /** Requests that wait for room on the GPU. */
  waiting: number;
  running: number;
  /** The share of the cache for keys and values that is in use in the fullest engine, 0 to 1; null where it is not told. */
  kvUse: number | null;
};
