import { once } from "node:events";
import { createServer } from "node:http";
import { z } from "zod";
import { answerCommands } from "#scripts/bench/system/answer-commands.ts";
import { createContainer } from "#server/container.ts";
import { HEALTH_SHARED_EVERY_MS, HealthSharing } from "#server/domains/routing/index.ts";
import { readEnv } from "#server/env.ts";
import { answer } from "./answer.ts";

/**
 * The router behind plain HTTP, with all that a realtime process has around it: the catalogue in memory, the health that
 * processes share, the budgets, and every call written down. The arguments are the environment, as JSON, and the connection.
 */
const [variables = "{}", connectionId = ""] = process.argv.slice(2);
const { context } = createContainer(readEnv(z.record(z.string(), z.string()).parse(JSON.parse(variables))), "router");
const sharing = new HealthSharing(context);
setInterval(() => void sharing.turn(), HEALTH_SHARED_EVERY_MS);

const server = createServer((request, response) => void answer(context, { connectionId, request, response }));
server.listen(0, "127.0.0.1", 4_096);
await once(server, "listening");
const address = server.address();
if (address === null || typeof address === "string") throw new Error("The router has no port.");
answerCommands({ port: address.port }, () => null);

// Ended in order, so that a profile that was asked for is written.
process.once("SIGTERM", () => process.exit());
