import { existsSync } from "node:fs";
import { defineConfig } from "@playwright/test";
import { SYSTEM } from "#e2e/system/system.ts";

/** Playwright's own Chromium where it could be downloaded, else the system's. */
const executablePath = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find((path) =>
  existsSync(path),
);

export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  timeout: 45_000,
  expect: { timeout: 10_000 },
  reporter: [["list"]],
  use: {
    baseURL: SYSTEM.url,
    locale: "en-US",
    timezoneId: "Europe/Berlin",
    trace: "retain-on-failure",
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: ["--no-sandbox", "--disable-dev-shm-usage", "--disable-background-networking"],
    },
  },
  projects: [
    // The very first account is made by a test: what it leaves behind (an administrator, a connection) the others use.
    { name: "first", testMatch: "first-conversation.spec.ts" },
    { name: "all", testIgnore: "first-conversation.spec.ts", dependencies: ["first"] },
  ],
  webServer: {
    command: "node e2e/system/main.ts",
    url: `${SYSTEM.url}/readyz`,
    timeout: 300_000,
    reuseExistingServer: false,
    gracefulShutdown: { signal: "SIGTERM", timeout: 10_000 },
    stdout: "pipe",
  },
});
