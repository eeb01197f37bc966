/** The texts of an answer's Markdown, in German; sorted by key. */
export const markdown = {
  "markdown.code": "Code",
  "markdown.copied": "Kopiert",
  "markdown.copyCode": "Code kopieren",
  "markdown.copyFailed": "Kopieren ging nicht. Markiere den Text und kopiere ihn von Hand.",
  "markdown.copyTableCsv": "Als CSV kopieren",
  "markdown.copyTableMarkdown": "Als Markdown kopieren",
  "markdown.done": "Erledigt",
  "markdown.download": "Herunterladen",
  "markdown.imageFrom": "Bild von {host}",
  "markdown.notDone": "Offen",
  "markdown.showAllLines.one": "Alle {count} Zeile zeigen",
  "markdown.showAllLines.other": "Alle {count} Zeilen zeigen",
  "markdown.showFewerLines": "Weniger Zeilen zeigen",
  "markdown.table": "Tabelle",
  "markdown.wrapLines": "Lange Zeilen umbrechen",
};
