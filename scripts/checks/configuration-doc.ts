import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describeVariables, type Concern } from "./describe-variables.ts";

// Writes docs/configuration.md from server/env.ts; with --check it only says whether that is what it holds.
const root = join(import.meta.dirname, "../..");
const page = join(root, "docs/configuration.md");
const wanted = toPage(describeVariables(await readFile(join(root, "server/env.ts"), "utf8")));
if (!process.argv.includes("--check")) await writeFile(page, wanted);
else if ((await readFile(page, "utf8").catch(() => "")) !== wanted) {
  console.error("docs/configuration.md is not what server/env.ts says. Run `npm run configuration`.");
  process.exitCode = 1;
}

function toPage(concerns: readonly Concern[]): string {
  const head = `# Configuration

Nothing has to be set. Each of these is an environment variable, or a line of the file \`.env\` in the project's folder;
the environment wins. What is not right is refused at the start, all of it named at once.

<!-- Made from server/env.ts by \`npm run configuration\`. -->
`;
  return `${head}${concerns.map(toSection).join("")}`;
}

function toSection({ title, variables }: Concern): string {
  const rows = variables.map(({ name, description, values, whenLeftOut }) => {
    return `| \`${name}\` | ${description} | ${values} | ${whenLeftOut} |`;
  });
  return `
## ${title}

| variable | what it is for | values | when left out |
| --- | --- | --- | --- |
${rows.join("\n")}
`;
}
