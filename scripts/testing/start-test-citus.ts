import type { TestProject } from "vitest/node";
import { CITUS_TEMPLATE } from "./citus-template.ts";
import { dropCitusDatabase, makeCitusTemplate } from "./make-citus-database.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The servers of a Citus cluster, the coordinator first; absent where tests run on one PostgreSQL. */
    testCitusUrls: string[] | undefined;
  }
}

/** Makes a migrated template on the servers that `npm run test:engines` started; each file copies it (see `test-database.ts`). */
export default async function startTestCitus(project: TestProject): Promise<() => Promise<void>> {
  const urls = process.env["CITUS_URL"]?.split(",") ?? [];
  if (urls.length < 3) throw new Error("CITUS_URL must name a coordinator and two workers, comma-separated.");
  await makeCitusTemplate(urls, CITUS_TEMPLATE);
  project.provide("testCitusUrls", urls);
  return () => dropCitusDatabase(urls, CITUS_TEMPLATE);
}
