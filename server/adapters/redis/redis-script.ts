import { z } from "zod";
import type { RedisClient } from "./redis-connection.ts";

/** A script that runs whole or not at all on the server of its keys, which come first in its arguments. */
export type RedisScript = { name: string; lua: string; numberOfKeys: number };

type Argument = string | number;

const commandSchema = z.custom<(...values: Argument[]) => Promise<unknown>>((value) => typeof value === "function");

/**
 * Makes the script known to the client and returns the way to call it: keys first, then the other arguments. What it
 * throws does not repeat them, as they may be what somebody said.
 */
export function defineScript(
  client: RedisClient,
  { name, lua, numberOfKeys }: RedisScript,
): (...values: Argument[]) => Promise<unknown> {
  client.defineCommand(name, { lua, numberOfKeys });
  const command = commandSchema.parse(Reflect.get(client, name));
  return async (...values) => {
    try {
      return await Reflect.apply(command, client, values);
    } catch (error) {
      if (error instanceof Error) Reflect.deleteProperty(error, "command");
      throw error;
    }
  };
}
