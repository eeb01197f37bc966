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
          exclude: ["**/*.db.test.ts", "**/node_modules/**"],
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
    ],
  },
});
