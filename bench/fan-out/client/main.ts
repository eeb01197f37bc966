import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import { openAudience } from "#bench/fan-out/open-audience.ts";
import { tokensOf } from "#bench/token-path/driver.ts";
import { leanText } from "#scripts/bench/provider/lean-answer.ts";
import { answerCommands } from "#scripts/bench/system/answer-commands.ts";

/** After the asker has the end, the others' last bytes are on their way for moments. */
const LAST_BYTES_MS = 500;

const commandSchema = z.object({ port: z.int(), sockets: z.int(), modelName: z.string() });

/** Has an audience of its own watch an answer, and counts its bytes. Throws where a viewer cannot have got all of it. */
answerCommands({}, async (given) => {
  const { port, sockets, modelName } = commandSchema.parse(given);
  const { viewers, ask } = await openAudience(port, sockets);
  const expected = leanText(tokensOf(modelName));
  const text = await ask(modelName);
  if (text !== expected) throw new Error(`An answer of ${text.length} characters instead of ${expected.length}.`);
  await pause(LAST_BYTES_MS);
  const short = viewers.filter(({ bytes }) => bytes < expected.length);
  if (short.length > 0) throw new Error(`${short.length} viewers got less than the answer.`);
  for (const viewer of viewers) viewer.close();
  return { bytes: viewers.reduce((sum, { bytes }) => sum + bytes, 0) };
});
