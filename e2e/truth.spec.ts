import type { Page } from "@playwright/test";
import { ConversationPage } from "./conversation-page.ts";
import { expect, test } from "./person.ts";

/** Stands between the page and the server: `tamper` gets each frame of the server and says what arrives of it; null for nothing. */
async function standBetween(page: Page, tamper: (frame: string) => string | null): Promise<string[]> {
  const sent: string[] = [];
  await page.routeWebSocket(/\/v1\/ws/, (socket) => {
    const server = socket.connectToServer();
    socket.onMessage((message) => {
      sent.push(message.toString());
      server.send(message);
    });
    server.onMessage((message) => {
      const arrives = tamper(message.toString());
      if (arrives !== null) socket.send(arrives);
    });
  });
  return sent;
}

/** Calls `change` for the one text of an answer that comes as number `place`, and leaves all else as it is. */
function atText(place: number, change: (frame: string) => string | null): (frame: string) => string | null {
  let count = 0;
  return (frame) => (frame.startsWith("[") && ++count === place ? change(frame) : frame);
}

test("a text that is lost on the way is asked for, and none is missing", async ({ page }) => {
  const sent = await standBetween(
    page,
    atText(4, () => null),
  );
  const chat = new ConversationPage(page);
  await chat.openWith("sim-slow");
  await chat.ask("With a hole in it");
  await chat.waitForEnd();
  const shown = await chat.lastWords();
  expect(sent.filter((frame) => frame.includes("answer.reread"))).toEqual([]);
  await page.reload();
  expect(await chat.lastWords()).toBe(shown);
});

test("an answer that arrives other than it is stored is read again by itself", async ({ page }) => {
  const sent = await standBetween(
    page,
    atText(4, (frame) => frame.replace(/word/i, "lies")),
  );
  const chat = new ConversationPage(page);
  await chat.openWith("sim-slow");
  await chat.ask("With a lie in it");
  await expect(chat.answers.last()).toContainText("lies");
  await chat.waitForEnd();
  await expect(chat.answers.last()).not.toContainText("lies");
  expect(sent.filter((frame) => frame.includes("answer.reread"))).toHaveLength(1);
  const shown = await chat.lastWords();
  await page.reload();
  expect(await chat.lastWords()).toBe(shown);
});

test("a page that is too old for the server says so calmly, and keeps what was written", async ({ page }) => {
  let isUpdated = true;
  await page.routeWebSocket(/\/v1\/ws/, (socket) => {
    if (!isUpdated) return void socket.connectToServer();
    const welcome = { type: "welcome", protocolVersion: 1_000, protocolVersionMin: 1_000, pingIntervalMs: 30_000 };
    socket.send(JSON.stringify(welcome));
  });
  const chat = new ConversationPage(page);
  await chat.openWith("sim-echo");
  await expect(page.getByText("Polylogue was updated. Reload when it suits you.")).toBeVisible();
  await chat.ask("Before the reload");
  await expect(page.getByText("Waits for the connection")).toBeVisible();
  isUpdated = false;
  await page.getByRole("button", { name: "Reload" }).click();
  await expect(chat.answers.last()).toContainText("Before the reload");
});
