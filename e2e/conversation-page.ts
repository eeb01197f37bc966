import { expect, type Locator, type Page } from "@playwright/test";
import { z } from "zod";

const modelsSchema = z.object({ result: z.object({ data: z.array(z.object({ id: z.string(), name: z.string() })) }) });

/** The conversation page as a person uses it: by the names that a screen reader says. */
export class ConversationPage {
  readonly page: Page;
  readonly composer: Locator;
  readonly answers: Locator;
  readonly questions: Locator;

  constructor(page: Page) {
    this.page = page;
    this.composer = page.getByRole("textbox", { name: "Message", exact: true });
    this.answers = page.getByRole("article", { name: "Answer" });
    this.questions = page.getByRole("article", { name: "Your message" });
  }

  /** Opens a new chat that the simulator answers with this scenario (see inference/simulator/scenarios.ts). */
  async openWith(scenario: string): Promise<void> {
    const { request } = this.page.context();
    const listed = modelsSchema.parse(await (await request.get("/api/trpc/models.list")).json());
    const first = listed.result.data.find(({ name }) => name === "sim-echo");
    if (!first) throw new Error("The simulator is not connected: the first test makes the connection.");
    const defaultModelId = first.id.replace("sim-echo", scenario);
    const saved = await request.post("/api/trpc/settings.update", { data: { defaultModelId } });
    expect(saved.status(), await saved.text()).toBe(200);
    await this.page.goto("/");
  }

  /** Chooses another model of the simulator for what is asked next. */
  async choose(scenario: string): Promise<void> {
    await this.page.getByRole("button", { name: /^Model:/ }).click();
    await this.page.getByRole("textbox", { name: "Find a model" }).fill(scenario);
    await this.page.keyboard.press("Enter");
    await expect(this.page.getByRole("button", { name: new RegExp(`^Model: .*${scenario}`) })).toBeVisible();
  }

  async ask(text: string): Promise<void> {
    await this.composer.fill(text);
    await this.composer.press("Enter");
    await expect(this.questions.last()).toContainText(text.slice(0, 40));
  }

  async waitForEnd(): Promise<void> {
    await expect(this.answers.last()).toHaveAttribute("aria-busy", "false", { timeout: 30_000 });
  }

  /** The words of the last answer, without the heading that only a screen reader says. */
  async lastWords(): Promise<string> {
    return (await this.answers.last().innerText()).replace(/^Answer\s+/, "").trim();
  }
}
