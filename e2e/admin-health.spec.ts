import { randomInt, randomUUID } from "node:crypto";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { changeCatalogue, openAsAdmin } from "./admin.ts";
import { ConversationPage } from "./conversation-page.ts";
import { expect, test } from "./person.ts";

const PAGES = [
  "/admin/health",
  "/admin/models",
  "/admin/models?show=aliases",
  "/admin/models?show=deployments",
  "/admin/models?show=history",
];

/** A model of its own over the simulator, so that nobody else's calls count for it. */
async function addModel(page: Page): Promise<string> {
  const modelId = `watched-${randomUUID().slice(0, 8)}`;
  await changeCatalogue(page.request, ({ document, connections }) => {
    const connectionId = connections[0]?.id;
    if (connectionId === undefined) throw new Error("The first test makes a connection.");
    const unknown = { contextTokens: null, outputTokensMax: null };
    const cannot = { canSeeImages: false, canReason: false, canCallTools: false, canStructure: false };
    const named = { id: modelId, label: `Model ${modelId}`, maker: "The simulator", tokenizer: "other" as const };
    const rules = { prices: [], source: null, isAvailable: true, tiers: null, fallbackModelIds: [], toolNames: null };
    const place = { id: randomUUID(), modelId, connectionId, modelName: `sim-short-${randomInt(1_000_000_000)}` };
    const turn = { region: null, weight: 100, priority: 0, state: "on" as const, prices: null, gpuPicoPerSecond: null };
    return {
      ...document,
      models: [...document.models, { ...named, ...unknown, ...cannot, ...rules }],
      deployments: [...document.deployments, { ...place, ...unknown, ...turn }],
    };
  });
  return modelId;
}

test("a call shows on the page by itself, a deployment is drained with one choice, and that is undone", async ({
  browser,
  page: person,
}) => {
  const page = await openAsAdmin(browser);
  const modelId = await addModel(page);
  await page.goto("/admin/health");
  const row = page
    .getByRole("article")
    .getByRole("listitem")
    .filter({ hasText: `Model ${modelId}` });
  await expect(row).toContainText("No calls");

  const chat = new ConversationPage(person);
  const saved = await person.request.post("/api/trpc/settings.update", { data: { defaultModelId: modelId } });
  expect(saved.status(), await saved.text()).toBe(200);
  await person.goto("/");
  await chat.ask("Are you there?");
  await chat.waitForEnd();
  // A title is asked for as well.
  await expect(row).toContainText(/0% of [12] failed/);

  await row.getByRole("combobox").selectOption("Draining");
  await expect(page.getByText("gets nothing new and ends what it has.")).toBeVisible();
  await expect(row).toContainText("Draining: it gets nothing new");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(row).not.toContainText("Draining: it gets nothing new");
  await expect(row.getByRole("combobox")).toHaveValue("on");
  await page.context().close();
});

test("a deployment opens to its charts, and they to their numbers", async ({ browser }) => {
  const page = await openAsAdmin(browser);
  const modelId = await addModel(page);
  await page.goto("/admin/health");
  const row = page
    .getByRole("article")
    .getByRole("listitem")
    .filter({ hasText: `Model ${modelId}` });
  await row.getByRole("button", { expanded: false }).click();
  await expect(row).toContainText("The breaker is closed");
  await expect(row).toContainText("No errors are known.");
  await page.getByLabel("Find a deployment").fill("nobody is called so");
  await expect(page.getByText("Nothing matches.")).toBeVisible();
  await page.getByLabel("Find a deployment").fill(modelId);
  await page.getByLabel("As a table").check();
  await expect(page.getByRole("row").filter({ hasText: modelId })).toBeVisible();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download as CSV" }).click();
  expect((await download).suggestedFilename()).toBe("health.csv");
  await page.context().close();
});

test("a page that hears nothing more says since when, and goes on by itself", async ({ browser }) => {
  const page = await openAsAdmin(browser);
  await addModel(page);
  await page.goto("/admin/health");
  await expect(page.getByText("Live", { exact: true })).toBeVisible();
  await page.route("**/api/trpc/health.list**", (route) => route.abort());
  await expect(page.getByText(/^Not live since/)).toBeVisible();
  await expect(page.getByLabel("Find a deployment")).toBeVisible();
  await page.unroute("**/api/trpc/health.list**");
  await expect(page.getByText("Live", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Pause" }).click();
  await expect(page.getByText(/^Paused at/)).toBeVisible();
  await page.context().close();
});

for (const scheme of ["light", "dark"] as const) {
  test(`the pages of administrators have no barrier and do not scroll sideways at 320 px, ${scheme}`, async ({
    browser,
  }) => {
    const page = await openAsAdmin(browser);
    await addModel(page);
    await page.emulateMedia({ colorScheme: scheme });
    for (const path of PAGES) {
      await page.setViewportSize({ width: 1280, height: 800 });
      await page.goto(path);
      await expect(page.getByRole("listitem").first()).toBeVisible();
      const { violations } = await new AxeBuilder({ page })
        .withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"])
        .analyze();
      expect(violations.map(({ id, nodes }) => `${path} ${id}: ${nodes[0]?.target.join(" ") ?? ""}`)).toEqual([]);
      await page.setViewportSize({ width: 320, height: 640 });
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow, `${path} scrolls sideways`).toBeLessThanOrEqual(0);
    }
    await page.context().close();
  });
}

test("who is no administrator reads why there is nothing to see, and gets nothing", async ({ page }) => {
  for (const path of ["/admin/health", "/admin/models"]) {
    await page.goto(path);
    await expect(page.getByText("Not for this account")).toBeVisible();
  }
  expect((await page.request.get("/api/trpc/health.list")).status()).toBe(403);
  expect((await page.request.get("/api/trpc/catalogue.get")).status()).toBe(403);
});
