import { expect, test } from "vitest";
import { findShapeFaults } from "./shape-rules.ts";

const domain = (name: string, files: string[]): [string, string][] =>
  files.map((file) => [`server/domains/${name}/${file}`, ""]);
const WHOLE = ["index.ts", "repository.ts", "schema.ts", "policy.ts", "presenter.ts", "router.ts"];

test("a whole domain has no fault", () => {
  expect(findShapeFaults(new Map(domain("messages", WHOLE)))).toEqual([]);
});

test("a domain without its policy is named", () => {
  const tree = new Map(
    domain(
      "messages",
      WHOLE.filter((file) => file !== "policy.ts"),
    ),
  );
  expect(findShapeFaults(tree)).toEqual(["server/domains/messages/ lacks policy.ts, which its siblings have"]);
});

test("a file of 301 lines is too long and one of 300 is not", () => {
  const tree = new Map([
    ["server/long.ts", "\n".repeat(301)],
    ["server/fine.ts", "\n".repeat(300)],
  ]);
  expect(findShapeFaults(tree)).toEqual([expect.stringContaining("server/long.ts has 301 lines")]);
});

test("a name that says nothing is refused", () => {
  expect(findShapeFaults(new Map([["server/utils.ts", ""]]))).toHaveLength(1);
  expect(findShapeFaults(new Map([["app/helpers/x.ts", ""]]))).toHaveLength(1);
});

test("a shared component with a className hatch is refused", () => {
  const tree = new Map([["app/_ui/button.tsx", "type ButtonProps = { className?: string };"]]);
  expect(findShapeFaults(tree)).toEqual([expect.stringContaining("app/_ui/button.tsx takes a className")]);
});
