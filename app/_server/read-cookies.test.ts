import { expect, test } from "vitest";
import { readCookies } from "./read-cookies.ts";

function read(cookie: string): Record<string, string> {
  return { ...readCookies(new Headers({ cookie })) };
}

test("reads names and values, decoded", () => {
  expect(read('a=1; b=%C3%A4%7C; c="quoted"; d=x=y')).toEqual({ a: "1", b: "ä|", c: "quoted", d: "x=y" });
});

test("of two cookies with one name the first counts", () => {
  expect(read("a=1; a=2")).toEqual({ a: "1" });
});

test("keeps what is not decodable as it is, and takes no name for more than a name", () => {
  const cookies = readCookies(new Headers({ cookie: "a=%; __proto__=x" }));
  expect(cookies["a"]).toBe("%");
  expect(cookies["toString"]).toBeUndefined();
});

test("a request without cookies has none", () => {
  expect({ ...readCookies(new Headers()) }).toEqual({});
});
