import { defineConfig } from "vitest/config";

const shared = { environment: "node", setupFiles: ["scripts/testing/fail-on-console-error.ts"] };
const folders = "{contracts,app,server,realtime,workers,inference,prisma,scripts,bench}";

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...shared,
          name: "unit",
          include: [`${folders}/**/*.test.{ts,tsx}`],
          exclude: ["**/*.db.test.ts", "**/*.citus.test.ts", "**/node_modules/**"],
        },
      },
      {
        test: {
          ...shared,
          name: "integration",
          include: [`${folders}/**/*.db.test.ts`],
          globalSetup: ["scripts/testing/start-test-postgres.ts"],
          testTimeout: 20_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
        },
      },
      // Run by `npm run test:engines`, which starts the cluster: scripts/engines/main.ts.
      {
        test: {
          ...shared,
          name: "citus",
          include: process.env["CITUS_URL"] ? ["server/**/*.db.test.ts", "prisma/*.citus.test.ts"] : [],
          // These have no rows.
          exclude: ["server/adapters/redis/**", "**/node_modules/**"],
          globalSetup: ["scripts/testing/start-test-citus.ts"],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
        },
      },
    ],
  },
});
