import MarkdownIt, { type MarkdownIt as Parser, type StateCore } from "markdown-it";
import { blockFormulaRule } from "./block-formula-rule.ts";
import { inlineFormulaRule } from "./inline-formula-rule.ts";
import { cachedInlineRule } from "./cached-inline-rule.ts";
import type { MarkdownEnv } from "./markdown-env.ts";
import { holdBackRule, mendRule, pendingFormulaRule } from "./mend-rule.ts";
import { longTextRule } from "./long-text-rule.ts";
import { isLinkable } from "./safe-address.ts";
import { taskListRule } from "./task-list-rule.ts";

const INTERRUPTS = { alt: ["paragraph", "reference", "blockquote", "list"] };

/** The one parser of answers: no HTML, links by `isLinkable`, tables, formulas, task lists. Parse with `createEnv`. */
export const markdownParser: Parser = createParser();

function createParser(): Parser {
  const parser = new MarkdownIt({ html: false, linkify: true, breaks: false, typographer: false });
  parser.validateLink = isLinkable;
  // Addresses are shown as they were written: a decoded Punycode host could pass for another one.
  parser.normalizeLinkText = (address) => address;
  // Names such as "README.md" and "node.js" are words here, so only what has a scheme becomes a link.
  parser.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false, urlAuth: true });
  parser.linkify.add("ftp:", null).add("//", null);
  parser.block.ruler.before("fence", "math_block", blockFormulaRule, INTERRUPTS);
  parser.inline.ruler.before("escape", "math_inline", inlineFormulaRule);
  parser.core.ruler.before("block", "hold_back", holdBackRule);
  parser.core.ruler.before("strip_references", "keep_definitions", keepDefinitions);
  parser.core.ruler.at("inline", cachedInlineRule);
  parser.core.ruler.before("inline", "mend", mendRule);
  parser.core.ruler.before("inline", "long_text", longTextRule);
  parser.core.ruler.after("inline", "task_list", taskListRule);
  parser.core.ruler.after("inline", "pending_formula", pendingFormulaRule);
  return parser;
}

/** Notes where each link reference definition stands, before the parser forgets it. */
function keepDefinitions(state: StateCore): void {
  const env = state.env as MarkdownEnv;
  for (const token of state.tokens) {
    const label = token.meta?.["label"];
    if (token.type !== "reference_definition" || typeof label !== "string") continue;
    const reference = env.references[label];
    if (reference !== undefined) env.definitions.push({ label, line: token.map?.[0] ?? 0, reference });
  }
}
