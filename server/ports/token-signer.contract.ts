import { describe, expect, test } from "vitest";
import type { TokenSigner } from "./token-signer.ts";

const CLAIMS = {
  userId: "0192f0c0-0000-7000-8000-000000000001",
  sessionId: "0192f0c0-0000-7000-8000-000000000002",
  tokenId: "0192f0c0-0000-7000-8000-000000000003",
};

/** What every token signer does. `create` makes one with a key of its own, whose time is `now`. */
export function describeTokenSigner(create: (now: () => Date) => TokenSigner): void {
  describe("a token signer", () => {
    test("reads back what it signed, with the time it expires at", async () => {
      const signer = create(() => new Date("2026-01-01T00:00:00Z"));
      const token = await signer.sign(CLAIMS, "socket", 60_000);
      expect(await signer.verify(token, "socket")).toEqual({ ...CLAIMS, expiresAt: new Date("2026-01-01T00:01:00Z") });
    });

    test("refuses a token for another audience (CVE-2026-33265)", async () => {
      const signer = create(() => new Date());
      const token = await signer.sign(CLAIMS, "api", 60_000);
      await expect(signer.verify(token, "socket")).rejects.toMatchObject({ code: "unauthenticated" });
    });

    test("refuses a token from the moment it expires", async () => {
      let now = new Date("2026-01-01T00:00:00Z");
      const signer = create(() => now);
      const token = await signer.sign(CLAIMS, "socket", 60_000);
      now = new Date("2026-01-01T00:00:59Z");
      expect(await signer.verify(token, "socket")).toMatchObject({ userId: CLAIMS.userId });
      now = new Date("2026-01-01T00:01:00Z");
      await expect(signer.verify(token, "socket")).rejects.toMatchObject({ code: "unauthenticated" });
    });

    test("refuses a token that another key signed", async () => {
      const token = await create(() => new Date()).sign(CLAIMS, "socket", 60_000);
      await expect(create(() => new Date()).verify(token, "socket")).rejects.toMatchObject({ code: "unauthenticated" });
    });

    test("refuses a token whose claims were changed", async () => {
      const signer = create(() => new Date());
      const [header, , signature] = (await signer.sign(CLAIMS, "socket", 60_000)).split(".");
      const other = await signer.sign({ ...CLAIMS, userId: CLAIMS.sessionId }, "socket", 60_000);
      const forged = [header, other.split(".")[1], signature].join(".");
      await expect(signer.verify(forged, "socket")).rejects.toMatchObject({ code: "unauthenticated" });
    });

    test.each(["", "not a token", "a.b.c"])("refuses %j", async (text) => {
      await expect(create(() => new Date()).verify(text, "socket")).rejects.toMatchObject({ code: "unauthenticated" });
    });
  });
}
