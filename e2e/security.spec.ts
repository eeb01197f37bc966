import { WebSocket } from "ws";
import { ConversationPage } from "./conversation-page.ts";
import { expect, newPerson, signIn, signUp, test } from "./person.ts";
import { SYSTEM } from "./system/system.ts";

const SOCKET_URL = `${SYSTEM.url.replace("http", "ws")}/v1/ws`;

/** How the server answers a handshake: its HTTP status, or "open". */
function shakeHands(ticket: string, origin: string = SYSTEM.url): Promise<number | "open"> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(SOCKET_URL, ["polylogue.v1", `ticket.${ticket}`], { origin });
    socket.once("open", () => {
      socket.close();
      resolve("open");
    });
    socket.once("unexpected-response", (_request, response) => resolve(response.statusCode ?? 0));
    socket.once("error", reject);
  });
}

test("a ticket opens one socket, once, and a forged one none", async ({ page }) => {
  const { ticket } = await (await page.request.post("/api/socket-ticket")).json();
  expect(await shakeHands(ticket, "https://evil.example")).toBe(403);
  const forged = `${String(ticket).slice(0, -8)}AAAAAAAA`;
  expect(await shakeHands(forged)).toBe(401);
  const { ticket: fresh } = await (await page.request.post("/api/socket-ticket")).json();
  expect(await shakeHands(fresh)).toBe("open");
  expect(await shakeHands(fresh)).toBe(401);
});

test("no ticket without a session", async ({ playwright }) => {
  const stranger = await playwright.request.newContext({ baseURL: SYSTEM.url });
  expect((await stranger.post("/api/socket-ticket")).status()).toBe(401);
  await stranger.dispose();
});

test("another person's conversation is not there", async ({ page, playwright, browser }) => {
  const chat = new ConversationPage(page);
  await chat.openWith("sim-echo");
  await chat.ask("My own secret");
  await chat.waitForEnd();
  const id = page.url().split("/").at(-1);

  const other = newPerson();
  const request = await playwright.request.newContext({ baseURL: SYSTEM.url });
  await signUp(request, other);
  await signIn(request, other);
  for (const procedure of ["conversations.get", "messages.list"]) {
    const input = JSON.stringify(procedure === "messages.list" ? { conversationId: id } : { id });
    const response = await request.get(`/api/trpc/${procedure}?input=${encodeURIComponent(input)}`);
    expect(response.status(), procedure).toBe(404);
    expect(await response.text()).not.toContain("secret");
  }
  const context = await browser.newContext({ baseURL: SYSTEM.url, storageState: await request.storageState() });
  const view = await context.newPage();
  await view.goto(`/c/${id}`);
  await expect(view.getByText("Nothing here")).toBeVisible();
  await expect(view.getByText("My own secret")).toHaveCount(0);
  await context.close();
  await request.dispose();
});

test("markup and script in an answer are text", async ({ page }) => {
  const dialogs: string[] = [];
  page.on("dialog", (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  const chat = new ConversationPage(page);
  await chat.openWith("sim-echo");
  await chat.ask('<img src=x onerror="alert(1)"> [click](javascript:alert(2)) ![x](https://evil.example/leak.png)');
  await chat.waitForEnd();
  await expect(chat.answers.last()).toContainText("<img src=x");
  await expect(chat.answers.last().locator("img")).toHaveCount(0);
  await expect(chat.answers.last().locator('a[href^="javascript"]')).toHaveCount(0);
  expect(dialogs).toEqual([]);
});

test("every page carries a policy that allows no foreign image, frame or script", async ({ page }) => {
  const response = await page.goto("/");
  const policy = response?.headers()["content-security-policy"] ?? "";
  expect(policy).toContain("img-src 'self' data: blob:");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).toMatch(/script-src [^;]*'nonce-/);
  expect(policy).not.toMatch(/script-src [^;]*'unsafe-inline'/);
});

test("upgrades other than the socket's are refused at the door", async () => {
  const outcome = await new Promise<number | string>((resolve) => {
    const socket = new WebSocket(`${SYSTEM.url.replace("http", "ws")}/_next/webpack-hmr`);
    socket.once("unexpected-response", (_request, response) => resolve(response.statusCode ?? 0));
    socket.once("error", (error) => resolve(error.message));
    socket.once("open", () => resolve("open"));
  });
  expect(outcome).not.toBe("open");
});

test("another site cannot use a person's cookie", async ({ page }) => {
  const response = await page.request.post("/api/trpc/settings.update", {
    data: { customInstructions: "planted" },
    headers: { origin: "https://evil.example" },
  });
  expect(response.status()).toBe(403);
});
