import { expect, it } from "vitest";
import { nameBrowser } from "./name-browser.ts";

it.each([
  ["Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox · Linux"],
  ["Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0", "Edge · Windows"],
  ["Mozilla/5.0 (Macintosh; Intel Mac OS X 15) AppleWebKit/605.1 Version/18 Safari/605.1", "Safari · macOS"],
  ["Mozilla/5.0 (iPhone; CPU iPhone OS 18 like Mac OS X) AppleWebKit/605.1 CriOS/140 Safari/604.1", "Chrome · iPhone"],
  ["Mozilla/5.0 (Linux; Android 16) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36", "Chrome · Android"],
  ["curl/8.9", null],
  [null, null],
])("names %s", (userAgent, name) => {
  expect(nameBrowser(userAgent)).toBe(name);
});
