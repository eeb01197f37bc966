import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

/** Where the operating system's own lies; the same list as in `playwright.config.ts`. */
const SYSTEM_PATHS = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const PLAYWRIGHT_LIMIT_MS = 240_000;
const APT =
  "apt-get update && apt-get install -y --no-install-recommends chromium fonts-liberation fonts-noto-color-emoji";

/**
 * Sees to a Chromium for the browser's tests: the system's, Playwright's, else it gets one from where it can. Returns
 * null when there is one, otherwise what a person can do.
 */
export async function ensureChromium(root: string): Promise<string | null> {
  if (await hasChromium()) return null;
  console.log("Getting Chromium for the tests in a browser");
  const cli = join(root, "node_modules/playwright/cli.js");
  spawnSync(process.execPath, [cli, "install", "chromium"], { stdio: "inherit", timeout: PLAYWRIGHT_LIMIT_MS });
  if (await hasChromium()) return null;
  const hasApt = spawnSync("apt-get", ["--version"]).status === 0;
  if (hasApt && process.getuid?.() === 0) {
    spawnSync("sh", ["-c", APT], { stdio: "inherit", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } });
  }
  if (await hasChromium()) return null;
  return "There is no Chromium for the tests in a browser: install the package `chromium`, then start again.";
}

async function hasChromium(): Promise<boolean> {
  const { chromium } = await import("@playwright/test");
  return [...SYSTEM_PATHS, chromium.executablePath()].some((path) => path !== "" && existsSync(path));
}
