import { z } from "zod";

const questionSchema = z.object({ id: z.int(), command: z.unknown() });

/**
 * The other end of `startProcess`: says that this process is ready, answers each command with what `handle`
 * returns, and ends when who asks is gone.
 */
export function answerCommands(ready: object, handle: (command: unknown) => unknown): void {
  const say = (message: object): void => void process.send?.(message);
  process.on("message", (message) => {
    const { id, command } = questionSchema.parse(message);
    void (async () => {
      try {
        say({ id, reply: await handle(command) });
      } catch (error) {
        say({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
      }
    })();
  });
  process.once("disconnect", () => process.exit());
  say({ ready });
}
