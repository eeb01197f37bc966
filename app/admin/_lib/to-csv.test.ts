import { expect, it } from "vitest";
import { toCsv } from "./to-csv.ts";

it("quotes what would break a row, and leaves numbers and gaps as they are", () => {
  expect(toCsv([["a", 'say "hi", now', null, -1.5]])).toBe('a,"say ""hi"", now",,-1.5\r\n');
});

it("lets no text become a formula", () => {
  expect(toCsv([["=SUM(A1)", "@here", "-x"]])).toBe("'=SUM(A1),'@here,'-x\r\n");
});
