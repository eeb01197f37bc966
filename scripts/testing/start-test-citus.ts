import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** The servers of a Citus cluster, the coordinator first; absent where tests run on one PostgreSQL. */
    testCitusUrls: string[] | undefined;
  }
}

/** Hands the servers that `npm run test:engines` started to the tests (see `test-database.ts`). */
export default function startTestCitus(project: TestProject): void {
  const urls = process.env["CITUS_URL"]?.split(",") ?? [];
  if (urls.length < 3) throw new Error("CITUS_URL must name a coordinator and two workers, comma-separated.");
  project.provide("testCitusUrls", urls);
}
