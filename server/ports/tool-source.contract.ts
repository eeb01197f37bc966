import { expect, test } from "vitest";
import type { ToolSource } from "./tool-source.ts";

/** What every source of tools keeps. */
export function describeToolSource(create: () => ToolSource): void {
  test("its tools have names that every provider takes, each its own, in an order that stays", () => {
    const source = create();
    const names = source.list().map(({ name }) => name);
    expect(names.length).toBeGreaterThan(0);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[a-zA-Z][a-zA-Z0-9_]{0,63}$/);
    expect(source.list().map(({ name }) => name)).toEqual(names);
  });

  test("its tools say what they are for, and that they take an object", () => {
    for (const { description, inputSchema } of create().list()) {
      expect(description.length).toBeGreaterThan(20);
      expect(inputSchema["type"]).toBe("object");
      expect(inputSchema).not.toHaveProperty("$schema");
      expect(JSON.parse(JSON.stringify(inputSchema))).toEqual(inputSchema);
    }
  });

  test.each([[null], ["text"], [[1]], [{ nonsense: { deep: [1] } }]])(
    "an input that nobody expected, such as %j, is an answer or a refusal in words",
    async (input) => {
      for (const tool of create().list()) {
        const outcome = await tool.run(input, new AbortController().signal).catch((error: unknown) => error);
        if (typeof outcome === "string") expect(outcome).not.toBe("");
        else expect(outcome).toMatchObject({ name: "AppError", userMessage: expect.stringMatching(/\w/) });
      }
    },
  );
}
