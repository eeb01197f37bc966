import { fork } from "node:child_process";
import { once } from "node:events";
import { z } from "zod";

const messageSchema = z.union([
  z.object({ ready: z.unknown() }),
  z.object({ id: z.int(), error: z.string() }),
  z.object({ id: z.int(), reply: z.unknown().optional() }),
]);

type Waiting = { resolve: (reply: unknown) => void; reject: (error: Error) => void };

/** A process of a bench. `ask` fails when it ends before it has answered. */
export type BenchProcess<Ready> = {
  pid: number;
  ready: Ready;
  ask: <Schema extends z.ZodType>(command: object, reply: Schema) => Promise<z.infer<Schema>>;
  stop: () => Promise<void>;
};

/** Starts `file`, which answers with `answerCommands`, as a Node process of its own and waits until it is ready; `flags` are for Node. */
export async function startProcess<Schema extends z.ZodType>(
  file: string,
  readySchema: Schema,
  { args = [], flags = [] }: { args?: readonly string[]; flags?: readonly string[] } = {},
): Promise<BenchProcess<z.infer<Schema>>> {
  const execArgv = [...process.execArgv, ...flags];
  const child = fork(file, args, { execArgv, stdio: ["ignore", "inherit", "inherit", "ipc"] });
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  const isReady = new Promise<unknown>((resolve, reject) => {
    child.on("message", (heard) => {
      const message = messageSchema.parse(heard);
      if ("ready" in message) return resolve(message.ready);
      const asked = waiting.get(message.id);
      waiting.delete(message.id);
      if ("error" in message) asked?.reject(new Error(message.error));
      else asked?.resolve(message.reply);
    });
    child.once("exit", (code) => {
      const gone = new Error(`${file} ended with ${code}`);
      for (const { reject: refuse } of waiting.values()) refuse(gone);
      reject(gone);
    });
  });
  const ready = readySchema.parse(await isReady);
  return {
    pid: child.pid ?? 0,
    ready,
    ask: async (command, schema) => {
      const id = ++lastId;
      const reply = new Promise<unknown>((resolve, reject) => waiting.set(id, { resolve, reject }));
      child.send({ id, command });
      return schema.parse(await reply);
    },
    stop: async () => {
      if (child.exitCode !== null) return;
      child.kill();
      await once(child, "exit");
    },
  };
}
