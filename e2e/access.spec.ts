import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { ConversationPage } from "./conversation-page.ts";
import { expect, test } from "./person.ts";

const SETTINGS_PAGES = ["account", "sessions", "appearance", "instructions", "connections"];

async function expectNoViolation(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"])
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`)).toEqual(
    [],
  );
}

async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, "the page scrolls sideways").toBeLessThanOrEqual(0);
}

for (const scheme of ["light", "dark"] as const) {
  test(`a conversation has no barrier and does not scroll sideways at 320 px, ${scheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    const chat = new ConversationPage(page);
    await chat.openWith("sim-markdown");
    await chat.ask("Show me everything");
    await chat.waitForEnd();
    await expectNoViolation(page);
    await page.setViewportSize({ width: 320, height: 640 });
    await expectNoSidewaysScroll(page);
    await expectNoViolation(page);
  });

  test(`the settings have no barrier, ${scheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    for (const name of SETTINGS_PAGES) {
      await page.setViewportSize({ width: 1280, height: 800 });
      await page.goto(`/settings/${name}`);
      await expect(page.getByRole("heading").first()).toBeVisible();
      await expectNoViolation(page);
      await page.setViewportSize({ width: 320, height: 640 });
      await expectNoSidewaysScroll(page);
    }
  });
}

test("the page reads from right to left where the language does", async ({ page }) => {
  const chat = new ConversationPage(page);
  await chat.openWith("sim-short");
  await chat.ask("שלום עולם, what is this?");
  await chat.waitForEnd();
  const startEdge = () => chat.answers.last().evaluate((element) => element.getBoundingClientRect().left);
  const leftToRight = await startEdge();
  await page.evaluate(() => (document.documentElement.dir = "rtl"));
  await expectNoSidewaysScroll(page);
  const sidebar = await page.getByRole("navigation", { name: "Conversations" }).boundingBox();
  const width = page.viewportSize()?.width ?? 0;
  expect((sidebar?.x ?? 0) + (sidebar?.width ?? 0), "the sidebar moves to the right edge").toBeGreaterThan(width - 40);
  expect(await startEdge()).toBeLessThan(leftToRight);
});

test("offline is said calmly, and what is written is kept", async ({ page, context }) => {
  const chat = new ConversationPage(page);
  await chat.openWith("sim-echo");
  await chat.ask("Online");
  await chat.waitForEnd();
  await context.setOffline(true);
  await chat.composer.fill("Written offline");
  await expect(page.getByText("You are offline. What you write is kept.")).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByText("You are offline. What you write is kept.")).toHaveCount(0);
  await expect(chat.composer).toHaveValue("Written offline");
});
