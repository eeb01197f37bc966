import type { Pool } from "pg";
import { z } from "zod";

type Plan = {
  "Node Type": string;
  "Relation Name"?: string | undefined;
  "Shared Hit Blocks": number;
  "Shared Read Blocks": number;
  Plans?: Plan[] | undefined;
};

const planSchema: z.ZodType<Plan> = z.object({
  "Node Type": z.string(),
  "Relation Name": z.string().optional(),
  "Shared Hit Blocks": z.number(),
  "Shared Read Blocks": z.number(),
  get Plans() {
    return z.array(planSchema).optional();
  },
});
const answerSchema = z.tuple([z.object({ "QUERY PLAN": z.tuple([z.object({ Plan: planSchema })]) })]);

/** What the statements of some work cost: pages touched, and the tables that were read from end to end. */
export type Cost = { buffers: number; scannedTables: string[]; statements: number };

/**
 * Runs `work` on a pool that explains every statement while it runs it, and adds up what each one
 * touched. Counts pages and no time, so that the answer is the same on any machine.
 */
export async function countBuffers(pool: Pool, work: (pool: Pool) => Promise<unknown>): Promise<Cost> {
  const cost: Cost = { buffers: 0, scannedTables: [], statements: 0 };
  const explain = async (text: string, values: unknown[]) => {
    const { rows } = await pool.query(`explain (analyze, buffers, format json) ${text}`, values);
    const [{ "QUERY PLAN": answer }] = answerSchema.parse(rows);
    const plan = answer[0].Plan;
    cost.buffers += plan["Shared Hit Blocks"] + plan["Shared Read Blocks"];
    cost.scannedTables.push(...findScans(plan));
    cost.statements += 1;
  };
  const explaining = new Proxy(pool, {
    get: (target, name) =>
      name === "query"
        ? async (query: { text: string; values: unknown[] }) => {
            await explain(query.text, query.values);
            return target.query(query.text, query.values);
          }
        : Reflect.get(target, name),
  });
  await work(explaining);
  return cost;
}

function findScans(plan: Plan): string[] {
  const own = plan["Node Type"] === "Seq Scan" ? [plan["Relation Name"] ?? "?"] : [];
  return [...own, ...(plan.Plans ?? []).flatMap(findScans)];
}
