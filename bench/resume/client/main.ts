import { createHash } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import { CutClient, type Return } from "#bench/resume/cut-client.ts";
import { tokensOf } from "#bench/token-path/driver.ts";
import { leanText } from "#scripts/bench/provider/lean-answer.ts";
import { answerCommands } from "#scripts/bench/system/answer-commands.ts";

/** So many begin in a second. */
const BEGINNERS_A_SECOND = 150;

const commandSchema = z.object({
  ports: z.array(z.int()),
  people: z.array(z.object({ tickets: z.array(z.string()), cutsMs: z.array(z.number()) })),
  modelId: z.string(),
  isNaive: z.boolean(),
});

/** Has everybody ask, be cut and come back, and compares what each shows in the end with what the provider said. */
answerCommands({}, async (given) => {
  const { people, ports, modelId, isNaive } = commandSchema.parse(given);
  const clients = people.map(({ tickets, cutsMs }, index) => {
    // Each begins at a gateway of its own turn: its first port.
    const first = index % ports.length;
    const own = [...ports.slice(first), ...ports.slice(0, first)];
    return new CutClient({ ports: own, tickets, cutsMs, modelId, isNaive });
  });
  await Promise.all(
    clients.map(async (client, index) => {
      await pause((index * 1_000) / BEGINNERS_A_SECOND);
      await client.run();
    }),
  );
  return summarise(clients, modelId.split("/").at(-1) ?? "", ports);
});

function summarise(clients: readonly CutClient[], modelName: string, ports: readonly number[]) {
  const parts = [{ type: "text", text: leanText(tokensOf(modelName)) }];
  const expected = createHash("sha256").update(JSON.stringify(parts)).digest("hex");
  const returns = clients.flatMap((client, index) =>
    client.returns.map((back) => ({ ...back, isHome: back.port === ports[index % ports.length] })),
  );
  const times = (pick: (back: Return) => number, isHome: boolean): number[] =>
    returns.filter((back) => back.isHome === isHome).map(pick);
  return {
    clients: clients.length,
    whole: clients.filter(({ shown }) => shown.hash === expected).length,
    // A client without cursors hears no hash: it never says which generation it follows.
    asStored: clients.filter(({ shown }) => shown.hash === shown.contentHash).length,
    gaps: clients.reduce((sum, { shown }) => sum + shown.gaps, 0),
    cuts: returns.length,
    bytes: clients.reduce((sum, { bytes }) => sum + bytes, 0),
    homeMs: times(({ fromWelcomeMs }) => fromWelcomeMs, true),
    elsewhereMs: times(({ fromWelcomeMs }) => fromWelcomeMs, false),
    dialMs: returns.map(({ fromDialMs }) => fromDialMs),
  };
}
