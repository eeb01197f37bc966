import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { completeLock } from "./complete-lock.ts";

// Completes package-lock.json for every platform; with --check it only says whether that is needed.
const file = join(import.meta.dirname, "../../package-lock.json");
const text = await readFile(file, "utf8");
const wanted = completeLock(text);
if (!process.argv.includes("--check")) await writeFile(file, wanted);
else if (text !== wanted) {
  console.error("package-lock.json leaves out packages of other platforms. Run `npm run lock` and commit it.");
  process.exitCode = 1;
}
