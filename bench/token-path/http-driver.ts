import { Pool } from "undici";
import { type Driver, type RunResult, tokensOf } from "./driver.ts";
import { runSpread } from "./run-spread.ts";

const QUESTION = [{ role: "user", content: "Tell me something about rivers and the sea." }];

/** Answers over HTTP from whatever speaks OpenAI's protocol on `port`, as many at once as there are streams. */
export function createHttpDriver(port: number, streams: number): Driver {
  const pool = new Pool(`http://127.0.0.1:${port}`, { connections: streams });
  const ask = async (modelName: string, turns: number): Promise<RunResult> => {
    const result: RunResult = { tokens: 0, socketBytes: 0, firstTokensMs: [] };
    for (let turn = 0; turn < turns; turn++) {
      const { bytes, tokens, firstTokenMs } = await takeTurn(pool, modelName);
      if (tokens !== tokensOf(modelName)) throw new Error(`An answer of ${tokens} tokens.`);
      result.tokens += tokens;
      result.socketBytes += bytes;
      result.firstTokensMs.push(firstTokenMs);
    }
    return result;
  };
  return {
    run: async (modelName, turns, spreadMs) =>
      runSpread(Array.from({ length: streams }), spreadMs, () => ask(modelName, turns)),
    close: () => void pool.destroy(),
  };
}

async function takeTurn(pool: Pool, model: string): Promise<{ bytes: number; tokens: number; firstTokenMs: number }> {
  const startedAt = performance.now();
  const { body } = await pool.request({
    path: "/v1/chat/completions",
    method: "POST",
    headers: { "content-type": "application/json", authorization: "Bearer none" },
    body: JSON.stringify({ model, stream: true, messages: QUESTION }),
  });
  const chunks: Buffer[] = [];
  let firstTokenMs = 0;
  for await (const chunk of body) {
    firstTokenMs ||= performance.now() - startedAt;
    chunks.push(Buffer.from(chunk));
  }
  const whole = Buffer.concat(chunks);
  return { bytes: whole.length, tokens: whole.toString().split('"delta":{"content":').length - 1, firstTokenMs };
}
