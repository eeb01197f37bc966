/** A Redis, or a cluster of six, that is struck and comes back. */
export interface KillableRedis {
  /** What `REDIS_URL` has to be. */
  readonly url: string;
  /** Kills the server, or a master of the cluster, with SIGKILL and starts it again. Resolves when it answers. */
  kill(): Promise<void>;
  /** Takes away everything that it holds. */
  flush(): Promise<void>;
  stop(): Promise<void>;
}
