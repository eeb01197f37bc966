import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";

const ROOT = join(import.meta.dirname, "../..");

/** `path: import that must be refused there`, at least one for each row of the table in docs/ARCHITECTURE.md. */
const FORBIDDEN: [file: string, specifier: string][] = [
  ["contracts/a.ts", "#server/errors.ts"],
  ["contracts/a.ts", "react"],
  ["inference/a.ts", "#server/errors.ts"],
  ["inference/a.ts", "openai"],
  ["inference/router/a.ts", "@anthropic-ai/sdk"],
  ["inference/providers/openai/a.ts", "@anthropic-ai/sdk"],
  ["inference/providers/azure-openai/a.ts", "@anthropic-ai/sdk"],
  ["inference/providers/anthropic/a.ts", "openai"],
  ["inference/providers/demo/a.ts", "openai"],
  ["inference/providers/demo/a.ts", "@google/genai"],
  ["inference/providers/openai/a.ts", "@google/genai"],
  ["inference/providers/anthropic/a.ts", "@google/genai"],
  ["inference/providers/google/a.ts", "@anthropic-ai/vertex-sdk"],
  ["inference/providers/vertex/a.ts", "openai"],
  ["inference/wire/gemini/a.ts", "@google/genai"],
  ["inference/providers/anthropic/b.ts", "#server/errors.ts"],
  ["inference/providers/anthropic/b.ts", "#inference/providers/openai/client.ts"],
  ["inference/providers/openai-compatible/b.ts", "#inference/providers/openai/client.ts"],
  ["inference/wire/a.ts", "#inference/providers/openai/client.ts"],
  ["server/ports/a.ts", "#server/errors.ts"],
  ["server/ports/a.ts", "pg"],
  ["server/domains/messages/send-message.ts", "#server/domains/accounts/repository.ts"],
  ["server/domains/messages/send-message.ts", "../accounts/index.ts"],
  ["server/domains/messages/send-message.ts", "#server/adapters/postgres/database.ts"],
  ["server/domains/messages/send-message.ts", "#server/container.ts"],
  ["server/domains/messages/send-message.ts", "#server/env.ts"],
  ["server/domains/messages/send-message.ts", "#server/transport/trpc/procedures.ts"],
  ["server/domains/messages/send-message.ts", "#inference/providers/openai/index.ts"],
  ["server/domains/messages/send-message.ts", "#prisma/generated/client.ts"],
  ["server/domains/messages/send-message.ts", "pg"],
  ["server/domains/messages/send-message.ts", "next/headers"],
  ["server/domains/messages/send-message.ts", "#realtime/main.ts"],
  ["server/domains/messages/repository.ts", "#server/domains/accounts/repository.ts"],
  ["server/domains/messages/repository.ts", "#server/adapters/redis/client.ts"],
  ["server/domains/messages/repository.ts", "#inference/index.ts"],
  ["server/domains/messages/router.ts", "#server/transport/trpc/root-router.ts"],
  ["server/domains/messages/router.ts", "#server/adapters/postgres/database.ts"],
  ["server/adapters/postgres/a.ts", "#server/domains/messages/index.ts"],
  ["server/adapters/postgres/a.ts", "#server/context.ts"],
  ["server/transport/trpc/a.ts", "#server/domains/messages/repository.ts"],
  ["server/transport/trpc/a.ts", "#server/adapters/postgres/database.ts"],
  ["realtime/a.ts", "#server/domains/messages/repository.ts"],
  ["realtime/a.ts", "#server/adapters/postgres/database.ts"],
  ["realtime/a.ts", "#inference/index.ts"],
  ["workers/a.ts", "#server/transport/trpc/root-router.ts"],
  ["workers/a.ts", "#app/_ui/button.tsx"],
  ["app/page.tsx", "#server/domains/messages/repository.ts"],
  ["app/page.tsx", "#server/adapters/postgres/database.ts"],
  ["app/page.tsx", "#realtime/main.ts"],
  ["app/(chat)/_components/a.ts", "#server/errors.ts"],
  ["app/(chat)/_hooks/a.ts", "#server/domains/messages/index.ts"],
  ["app/_lib/a.ts", "#server/transport/trpc/root-router.ts"],
  ["app/_ui/a.ts", "#server/context.ts"],
  ["app/_i18n/a.ts", "#server/errors.ts"],
  ["app/_markdown/a.ts", "#server/errors.ts"],
  ["server/a.ts", "#app/_ui/button.tsx"],
];

/** What must go on being allowed, so that the rules above are not simply refusing everything. */
const ALLOWED: [file: string, specifier: string][] = [
  ["contracts/b.ts", "zod"],
  ["inference/c.ts", "#contracts/stream-part.ts"],
  ["inference/providers/openai/c.ts", "openai"],
  ["inference/providers/azure-openai/c.ts", "openai"],
  ["inference/providers/anthropic/c.ts", "@anthropic-ai/sdk"],
  ["inference/providers/google/c.ts", "@google/genai"],
  ["inference/providers/vertex/c.ts", "@google/genai"],
  ["inference/providers/vertex/c.ts", "@anthropic-ai/vertex-sdk"],
  ["server/ports/b.ts", "#contracts/stream-part.ts"],
  ["server/domains/messages/list-messages.ts", "#server/domains/accounts/index.ts"],
  ["server/domains/messages/list-messages.ts", "#server/ports/clock.ts"],
  ["server/domains/messages/list-messages.ts", "#inference/index.ts"],
  ["server/domains/messages/list-messages.ts", "#server/errors.ts"],
  ["server/domains/accounts/repository.ts", "#server/adapters/postgres/database.ts"],
  ["server/domains/accounts/router.ts", "#server/transport/trpc/procedures.ts"],
  ["server/adapters/postgres/b.ts", "#server/ports/clock.ts"],
  ["server/transport/trpc/b.ts", "#server/domains/messages/router.ts"],
  ["realtime/b.ts", "#server/domains/messages/index.ts"],
  ["app/b.tsx", "#server/container.ts"],
  ["app/_ui/b.ts", "#contracts/model.ts"],
];

const reportSchema = z.object({
  diagnostics: z.array(
    z.object({
      code: z.string().optional(),
      filename: z.string(),
      labels: z.array(z.object({ span: z.object({ line: z.number() }) })),
    }),
  ),
});

let refused: Set<string>;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "polylogue-boundaries-"));
  const config = z
    .object({ options: z.unknown() })
    .loose()
    .parse(JSON.parse(await readFile(join(ROOT, ".oxlintrc.json"), "utf8")));
  await writeFile(join(folder, ".oxlintrc.json"), JSON.stringify({ ...config, options: {} }));
  const files = Map.groupBy([...FORBIDDEN, ...ALLOWED], ([file]) => file);
  for (const [file, rows] of files) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(
      join(folder, file),
      rows.map(([, specifier], i) => `import { x${i} } from "${specifier}";\nvoid x${i};\n`).join(""),
    );
  }
  const sources = new Map([...files].map(([file, rows]) => [file, rows]));
  const report = reportSchema.parse(JSON.parse(await lint(folder)));
  refused = new Set(
    report.diagnostics
      .filter(({ code }) => code?.includes("no-restricted-imports"))
      .flatMap(({ filename, labels }) => {
        const rows = sources.get(filename.replaceAll("\\", "/")) ?? [];
        return labels.map(({ span }) => `${filename} <- ${rows[(span.line - 1) / 2]?.[1]}`);
      }),
  );
});

afterAll(() => rm(folder, { recursive: true, force: true }));

test.for(FORBIDDEN)("%s may not import %s", ([file, specifier]) => {
  expect(refused).toContain(`${file} <- ${specifier}`);
});

test.for(ALLOWED)("%s may import %s", ([file, specifier]) => {
  expect(refused).not.toContain(`${file} <- ${specifier}`);
});

async function lint(cwd: string): Promise<string> {
  const oxlint = join(ROOT, "node_modules/.bin/oxlint");
  const run = promisify(execFile)(oxlint, ["--format", "json", "."], { cwd, maxBuffer: 50_000_000 });
  return run.then(
    ({ stdout }) => stdout,
    (error: unknown) => z.object({ stdout: z.string() }).parse(error).stdout,
  );
}
