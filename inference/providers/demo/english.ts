import type { DemoTexts } from "./write-answer.ts";

const FENCE = "```";

/** The demo's words in English. */
export const ENGLISH: DemoTexts = {
  introduction: (quote) =>
    [
      "# Welcome to Polylogue",
      quote === "" ? "" : `You wrote: *${quote}*`,
      "I cannot answer that. **I am a built-in demonstration, not a language model**: I understand nothing, I only " +
        "show you how an answer looks here. No words of yours have left this server, and no token was used.",
    ]
      .filter((block) => block !== "")
      .join("\n\n"),
  connect: [
    "## Connect a real model",
    [
      "1. Open **Settings**, then **Connections**.",
      "2. Choose OpenAI or Anthropic and **paste your key**. It is checked at once and kept encrypted.",
      "3. Choose one of its models below the conversation, and ask again.",
    ].join("\n"),
    "With [Ollama](https://ollama.com), LM Studio or vLLM on the same machine no key is needed: an administrator " +
      "finds them under the same heading, or adds any server that speaks OpenAI's protocol by its address.",
  ].join("\n\n"),
  list: [
    "## What an answer can hold",
    [
      "- **Bold**, *italic*, `code` and ~~struck~~ words",
      "- Lists, which can hold lists:",
      "  - as deep as you like",
      "  - with [links](https://commonmark.org) in them",
      "- Quotations, tables, code and formulas",
    ].join("\n"),
    "> What is written while you read it should not jump under your eyes.",
  ].join("\n\n"),
  code: [
    "### Code",
    "It is coloured line by line, and one button copies it.",
    `${FENCE}typescript
/** The greatest common divisor, after Euclid. */
function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}

console.log(greatestCommonDivisor(1071, 462)); // 21
${FENCE}`,
  ].join("\n\n"),
  table: [
    "### A table",
    [
      "| Planet | Moons known | Day, in hours |",
      "| --- | ---: | ---: |",
      "| Earth | 1 | 23.9 |",
      "| Mars | 2 | 24.6 |",
      "| Neptune | 16 | 16.1 |",
    ].join("\n"),
  ].join("\n\n"),
  formula: [
    "### Formulas",
    "In a line, such as $e^{i\\pi} + 1 = 0$, or on one of their own:",
    "$$\n\\int_{-\\infty}^{\\infty} e^{-x^2} \\, dx = \\sqrt{\\pi}\n$$",
  ].join("\n\n"),
  farewell:
    "Stop me, edit your message or ask for another answer: all of it works here as it will with a real model. " +
    "Ask for *code*, a *table*, a *formula* or a *list* and I will show just that.",
};
