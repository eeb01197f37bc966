import { randomUUID } from "node:crypto";
import { expect, test as base, type APIRequestContext, type Page } from "@playwright/test";

export type Person = { email: string; password: string };

/** Makes an account through the public procedure, as the sign-up page does. */
export async function signUp(request: APIRequestContext, person: Person): Promise<void> {
  const response = await request.post("/api/trpc/accounts.signUp", { data: person });
  expect(response.status(), await response.text()).toBe(200);
}

/** Signs in by the same two requests that the sign-in page makes; the context then has the cookie. */
export async function signIn(request: APIRequestContext, person: Person): Promise<void> {
  const { csrfToken } = await (await request.get("/api/auth/csrf")).json();
  const response = await request.post("/api/auth/callback/credentials", {
    form: { csrfToken, ...person, json: "true" },
  });
  expect(response.status(), await response.text()).toBe(200);
}

/** A new account that no other test knows. */
export function newPerson(): Person {
  return { email: `person-${randomUUID()}@example.org`, password: "correct horse battery staple" };
}

/** `person`: a fresh account; `page`: a browser in which it is signed in. */
export const test = base.extend<{ person: Person; page: Page }>({
  person: async ({ request }, provide) => {
    const person = newPerson();
    await signUp(request, person);
    await provide(person);
  },
  page: async ({ context, person }, provide) => {
    await signIn(context.request, person);
    await provide(await context.newPage());
  },
});

export { expect };
