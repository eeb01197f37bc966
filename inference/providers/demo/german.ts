import type { DemoTexts } from "./write-answer.ts";

const FENCE = "```";

/** The demo's words in German. */
export const GERMAN: DemoTexts = {
  introduction: (quote) =>
    [
      "# Willkommen bei Polylogue",
      quote === "" ? "" : `Du hast geschrieben: *${quote}*`,
      "Darauf kann ich nicht antworten. **Ich bin eine eingebaute Vorführung und kein Sprachmodell**: Ich verstehe " +
        "nichts, ich zeige nur, wie eine Antwort hier aussieht. Keines deiner Worte hat diesen Server verlassen, und " +
        "es wurde kein Token verbraucht.",
    ]
      .filter((block) => block !== "")
      .join("\n\n"),
  connect: [
    "## Ein echtes Modell verbinden",
    [
      "1. Öffne **Einstellungen**, dann **Verbindungen**.",
      "2. Wähle OpenAI oder Anthropic und **füge deinen Schlüssel ein**. Er wird sofort geprüft und verschlüsselt aufbewahrt.",
      "3. Wähle eines seiner Modelle unter der Unterhaltung und frage noch einmal.",
    ].join("\n"),
    "Mit [Ollama](https://ollama.com), LM Studio oder vLLM auf demselben Rechner braucht es keinen Schlüssel: Wer " +
      "diese Instanz verwaltet, findet sie an derselben Stelle oder trägt die Adresse eines Servers ein, der OpenAIs " +
      "Protokoll spricht.",
  ].join("\n\n"),
  list: [
    "## Was eine Antwort enthalten kann",
    [
      "- **Fette**, *kursive* und ~~gestrichene~~ Wörter, auch `Code`",
      "- Listen, in denen Listen stehen können:",
      "  - so tief du willst",
      "  - mit [Verweisen](https://commonmark.org) darin",
      "- Zitate, Tabellen, Code und Formeln",
    ].join("\n"),
    "> Was entsteht, während du liest, soll dir nicht unter den Augen springen.",
  ].join("\n\n"),
  code: [
    "### Code",
    "Er wird Zeile für Zeile eingefärbt, und ein Knopf kopiert ihn.",
    `${FENCE}typescript
/** Der größte gemeinsame Teiler nach Euklid. */
function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}

console.log(greatestCommonDivisor(1071, 462)); // 21
${FENCE}`,
  ].join("\n\n"),
  table: [
    "### Eine Tabelle",
    [
      "| Planet | Bekannte Monde | Tag in Stunden |",
      "| --- | ---: | ---: |",
      "| Erde | 1 | 23,9 |",
      "| Mars | 2 | 24,6 |",
      "| Neptun | 16 | 16,1 |",
    ].join("\n"),
  ].join("\n\n"),
  formula: [
    "### Formeln",
    "In der Zeile, etwa $e^{i\\pi} + 1 = 0$, oder in einer eigenen:",
    "$$\n\\int_{-\\infty}^{\\infty} e^{-x^2} \\, dx = \\sqrt{\\pi}\n$$",
  ].join("\n\n"),
  farewell:
    "Halte mich an, ändere deine Nachricht oder verlange eine andere Antwort: All das geht hier wie mit einem echten " +
    "Modell. Frage nach *Code*, einer *Tabelle*, einer *Formel* oder einer *Liste*, dann zeige ich nur das.",
};
