import { expect, test } from "vitest";
import { toFigure } from "./to-figure.ts";

test("a ratio is value by reference, and meets a goal of at least", () => {
  const figure = toFigure("message-write", {
    figure: "messages a second",
    value: 9_000,
    unit: "1/s",
    reference: 600,
    goal: { of: "ratio", atLeast: 15 },
  });
  expect(figure).toMatchObject({ ratio: 15, goal: "ratio at least 15", met: true });
});

test("a value over its limit does not meet the goal", () => {
  const figure = toFigure("markdown", {
    figure: "worst update",
    value: 4.1,
    unit: "ms",
    goal: { of: "value", atMost: 4 },
  });
  expect(figure).toMatchObject({ reference: null, ratio: null, goal: "at most 4 ms", met: false });
});

test("a goal of the ratio without a reference is refused", () => {
  expect(() => toFigure("x", { figure: "y", value: 1, unit: "ms", goal: { of: "ratio", atMost: 1 } })).toThrow(
    "no reference",
  );
});
