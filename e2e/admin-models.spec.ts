import { randomInt, randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { changeCatalogue, getCatalogue, openAsAdmin } from "./admin.ts";
import { expect, test } from "./person.ts";

const name = () => randomUUID().slice(0, 8);

/** Saves what the dialog holds. A test beside this one may have changed something else meanwhile: then once more. */
async function save(page: Page): Promise<void> {
  const dialog = page.getByRole("dialog");
  await expect(async () => {
    await dialog.getByRole("button", { name: "Save" }).click();
    await expect(dialog).toHaveCount(0, { timeout: 3_000 });
  }).toPass();
}

async function addModel(page: Page, id: string, label: string): Promise<void> {
  await page.getByRole("button", { name: "Add a model" }).click();
  await page.getByLabel("Name", { exact: true }).fill(label);
  await page.getByLabel("Name in requests").fill(id);
  await page.getByLabel("Maker").fill("The simulator");
  await page.getByLabel("Context").fill("8k");
  await save(page);
}

test("an administrator adds a model and a way to it, and everybody can choose it", async ({
  browser,
  page: others,
}) => {
  const page = await openAsAdmin(browser);
  const id = `added-${name()}`;
  await page.goto("/admin/models");
  await addModel(page, id, `Model ${id}`);
  const row = page.getByRole("article").getByRole("listitem").filter({ hasText: id });
  await expect(row).toContainText("8K context");
  await expect(row).toContainText("unknown output");
  await expect(row).toContainText("Price unknown");
  await expect(row).toContainText("0 deployments");

  await page.getByRole("link", { name: "Deployments" }).click();
  await page.getByRole("button", { name: "Add a deployment" }).click();
  await page.getByLabel("Model", { exact: true }).selectOption(id);
  await page.getByLabel("Name at the connection").fill(`sim-short-${randomInt(1_000_000_000)}`);
  await page.getByLabel("Weight").fill("30");
  await save(page);
  await expect(
    page
      .getByRole("article")
      .getByRole("listitem")
      .filter({ hasText: `Model ${id}` }),
  ).toContainText("100% of the calls");

  const listed = await others.request.get("/api/trpc/models.list");
  expect(await listed.text()).toContain(id);
  await page.context().close();
});

test("what is wrong is said at its field, nothing that was typed is lost, and leaving asks first", async ({
  browser,
}) => {
  const page = await openAsAdmin(browser);
  await page.goto("/admin/models");
  await page.getByRole("button", { name: "Add a model" }).click();
  await page.getByLabel("Name", { exact: true }).fill("A model");
  await page.getByLabel("Name in requests").fill("Not A Slug");
  await page.getByLabel("Context").fill("many");
  await page.getByRole("button", { name: "Say the price" }).click();
  await page.getByLabel("Input", { exact: true }).fill("cheap");
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(page.getByLabel("Name in requests")).toBeFocused();
  await expect(dialog.getByText("beginning with a letter or digit")).toBeVisible();
  await expect(dialog.getByText("A whole number of tokens")).toBeVisible();
  await expect(dialog.getByText("A day, as in 2026-01-31.")).toBeVisible();
  await expect(dialog.getByText("Dollars for a million tokens, as in")).toHaveCount(2);
  await expect(dialog.getByText("This is needed.")).toHaveCount(1);

  await page.keyboard.press("Escape");
  await expect(dialog.getByText("What you typed is not saved.")).toBeVisible();
  await dialog.getByRole("button", { name: "Keep editing" }).click();
  await expect(page.getByLabel("Context")).toHaveValue("many");
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await dialog.getByRole("button", { name: "Discard" }).click();
  await expect(dialog).toHaveCount(0);
  await page.context().close();
});

test("who was slower learns what the other one changed, keeps what was typed, and can save it over that", async ({
  browser,
}) => {
  const page = await openAsAdmin(browser);
  const id = `disputed-${name()}`;
  await page.goto("/admin/models");
  await addModel(page, id, `Model ${id}`);
  await page.getByRole("button", { name: `Edit Model ${id}` }).click();
  await page.getByLabel("Context").fill("16k");
  await changeCatalogue(page.request, ({ document }) => ({
    ...document,
    models: document.models.map((model) => (model.id === id ? { ...model, label: "Theirs" } : model)),
  }));
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog.getByText("Somebody changed this meanwhile: Name.")).toBeVisible();
  await expect(page.getByLabel("Context")).toHaveValue("16k");
  await save(page);
  const kept = (await getCatalogue(page.request)).models.find((model) => model.id === id);
  expect(kept).toMatchObject({ label: `Model ${id}`, contextTokens: 16_000 });
  await page.context().close();
});

test("every change stands in the history with who made it, and can be undone", async ({ browser }) => {
  const page = await openAsAdmin(browser);
  const id = `undone-${name()}`;
  await page.goto("/admin/models?show=aliases");
  await page.getByRole("button", { name: "Add an alias" }).click();
  await page.getByLabel("Name", { exact: true }).fill(`Alias ${id}`);
  await page.getByLabel("Name in requests").fill(id);
  await page.getByLabel("Stands for").fill("no-such-model");
  await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Only names of models that are in the catalogue")).toBeVisible();
  await page.getByLabel("Stands for").fill("best\nfast");
  await save(page);
  await expect(page.getByRole("article").getByRole("listitem").filter({ hasText: id })).toContainText("Best → Fast");

  await page.getByRole("link", { name: "History" }).click();
  const revision = page
    .getByRole("article")
    .getByRole("listitem")
    .filter({ hasText: `Alias ${id} added` });
  await expect(revision).toContainText("ada@example.org");
  await revision.getByRole("button", { name: `Alias ${id} added` }).click();
  await expect(revision).toContainText("alias added");
  await page.getByRole("link", { name: "Aliases" }).click();
  await page.getByRole("button", { name: `Edit Alias ${id}` }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Remove what was said here" }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(page.getByRole("article").getByRole("listitem").filter({ hasText: id })).toHaveCount(0);
  const notice = page.getByRole("listitem").filter({ hasText: `What was said of Alias ${id} removed` });
  await notice.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("article").getByRole("listitem").filter({ hasText: id })).toContainText("Best → Fast");
  await page.context().close();
});
