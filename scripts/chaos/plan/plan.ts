/** Which engine carries the log, the channel and the queue in this run. */
export type RedisMode = "none" | "single" | "cluster";

/** What takes part beside PostgreSQL, two realtime processes and a worker. */
export type Participants = { redis: RedisMode; hasWeb: boolean };

/** Over the socket, whose process writes the answer, or by the procedure for senders without one, which puts it on the queue. */
export type SendingWay = "socket" | "procedure";

/** What a client does, and when: never before `atMs` of the seed, and always after its step before. */
export type Step = { atMs: number } & (
  | { action: "send"; way: SendingWay; conversation: number; modelName: string; text: string }
  | { action: "regenerate"; conversation: number; modelName: string }
  | { action: "stop"; conversation: number }
  | { action: "continue"; conversation: number }
  | { action: "mark-read"; conversation: number }
  | { action: "reload"; awayMs: number }
  | { action: "disconnect"; how: "destroy" | "half-open" | "close"; awayMs: number }
);

/** One client: whose, what it looks at, which realtime process it begins with, and what it does. */
export type ClientPlan = { name: string; account: number; conversations: number[]; realtime: number; steps: Step[] };

/** One blow to the cluster. */
export type Blow = { atMs: number } & (
  | { kind: "kill"; target: ProcessName }
  | { kind: "drain"; target: RealtimeName }
  | { kind: "pause"; target: RealtimeName; durationMs: number }
  | { kind: "cut-sockets"; target: RealtimeName }
  | { kind: "cut-database-connections" }
  | { kind: "stop-postgres"; how: "immediate" | "kill" }
  | { kind: "kill-redis" }
  | { kind: "flush-redis" }
);

export type RealtimeName = "realtime-1" | "realtime-2";
type ProcessName = RealtimeName | "workers" | "web";

/** Everything that happens in a seed. All of it follows from the seed and the participants. */
export type Plan = {
  seed: number;
  accounts: number;
  /** Whose conversation each is. */
  conversations: { account: number }[];
  clients: ClientPlan[];
  blows: Blow[];
};
