/** The texts of an answer's Markdown, in English; sorted by key. */
export const markdown = {
  "markdown.code": "Code",
  "markdown.copied": "Copied",
  "markdown.copyCode": "Copy code",
  "markdown.copyFailed": "Could not copy. Select the text and copy it by hand.",
  "markdown.copyTableCsv": "Copy as CSV",
  "markdown.copyTableMarkdown": "Copy as Markdown",
  "markdown.done": "Done",
  "markdown.download": "Download",
  "markdown.imageFrom": "Image from {host}",
  "markdown.notDone": "Not done",
  "markdown.showAllLines.one": "Show all {count} line",
  "markdown.showAllLines.other": "Show all {count} lines",
  "markdown.showFewerLines": "Show fewer lines",
  "markdown.table": "Table",
  "markdown.wrapLines": "Wrap long lines",
};
