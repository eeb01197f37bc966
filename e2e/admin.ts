import { expect, type APIRequestContext, type Browser, type Page } from "@playwright/test";
import type { CatalogueDocument } from "#contracts/catalogue-document.ts";
import type { CatalogueView } from "#contracts/catalogue.ts";
import { signIn } from "./person.ts";
import { SYSTEM } from "./system/system.ts";

/** A browser in which the administrator is signed in that the first test has made. */
export async function openAsAdmin(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ baseURL: SYSTEM.url, locale: "en-US" });
  await signIn(context.request, SYSTEM.admin);
  return context.newPage();
}

export async function getCatalogue(request: APIRequestContext): Promise<CatalogueView> {
  const answer: { result: { data: CatalogueView } } = await (await request.get("/api/trpc/catalogue.get")).json();
  return answer.result.data;
}

/** Changes the catalogue as another administrator would, also where a test beside this one changes it at the same time. */
export async function changeCatalogue(
  request: APIRequestContext,
  change: (view: CatalogueView) => CatalogueDocument,
): Promise<void> {
  await expect(async () => {
    const view = await getCatalogue(request);
    const data = { baseRevision: view.revision, summary: "Changed by a test", document: change(view) };
    const saved = await request.post("/api/trpc/catalogue.save", { data });
    expect(saved.status(), await saved.text()).toBe(200);
  }).toPass();
}
