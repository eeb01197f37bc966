import { z } from "zod";
import type { Driver } from "#bench/token-path/driver.ts";
import { createHttpDriver } from "#bench/token-path/http-driver.ts";
import { createReferenceDriver } from "#bench/token-path/reference-driver.ts";
import { createSocketDriver } from "#bench/token-path/socket-driver.ts";
import { answerCommands } from "#scripts/bench/system/answer-commands.ts";

const port = z.int();
const streams = z.int();
const commandSchema = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("open-socket"),
    name: z.string(),
    port,
    tickets: z.array(z.string()),
    connectionId: z.string(),
  }),
  z.object({ type: z.literal("open-reference"), name: z.string(), port, streams }),
  z.object({ type: z.literal("open-http"), name: z.string(), port, streams }),
  z.object({
    type: z.literal("run"),
    name: z.string(),
    modelName: z.string(),
    turns: z.int(),
    spreadMs: z.number().default(1_000),
  }),
  z.object({ type: z.literal("close"), name: z.string() }),
]);

const drivers = new Map<string, Driver>();

answerCommands({}, async (given) => {
  const command = commandSchema.parse(given);
  switch (command.type) {
    case "open-socket":
      return keep(command.name, await createSocketDriver(command.port, command.tickets, command.connectionId));
    case "open-reference":
      return keep(command.name, await createReferenceDriver(command.port, command.streams));
    case "open-http":
      return keep(command.name, createHttpDriver(command.port, command.streams));
    case "run":
      return find(command.name).run(command.modelName, command.turns, command.spreadMs);
    case "close":
      find(command.name).close();
      return null;
  }
});

function keep(name: string, driver: Driver): null {
  drivers.set(name, driver);
  return null;
}

function find(name: string): Driver {
  const driver = drivers.get(name);
  if (!driver) throw new Error(`There is no driver ${name}.`);
  return driver;
}
