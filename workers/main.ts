import { createServer } from "node:http";
import { answerHealth } from "#server/answer-health.ts";
import { createContainer } from "#server/container.ts";
import { readEnv } from "#server/env.ts";
import { maintenance } from "./maintenance.ts";
import { runTasks } from "./run-tasks.ts";

/** What maintenance removes at once may be much, after weeks without any. */
const ANSWER_WITHIN_MS = 600_000;

/** Every worker by its name; `node workers/main.ts [NAME ...]` runs those, without a name all. */
const WORKERS = new Map([["maintenance", maintenance]]);

const names = process.argv.length > 2 ? process.argv.slice(2) : [...WORKERS.keys()];
const unknown = names.filter((name) => !WORKERS.has(name));
if (unknown.length > 0) {
  throw new Error(`No such worker: ${unknown.join(", ")}. There are: ${[...WORKERS.keys()].join(", ")}.`);
}
const env = readEnv();
const { context, isReady, close } = createContainer(env, env.PROCESS_NAME ?? "workers", { answerMs: ANSWER_WITHIN_MS });
const leaving = new AbortController();

const server = createServer((request, response) => {
  void answerHealth(request, response, async () => !leaving.signal.aborted && (await isReady())).then((isAnswered) => {
    if (!isAnswered) response.writeHead(404).end();
  });
});
server.listen(env.WORKERS_PORT, env.INTERNAL_HOST);
server.once("listening", () => context.logger.info({ workers: names }, "workers started"));

process.once("SIGTERM", () => leaving.abort()).once("SIGINT", () => leaving.abort());

await runTasks(
  context,
  names.flatMap((name) => WORKERS.get(name) ?? []),
  leaving.signal,
);
await new Promise((resolve) => server.close(resolve).closeAllConnections());
await close();
