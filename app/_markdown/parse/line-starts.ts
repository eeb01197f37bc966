const LINE_END = /\r\n?|\n/g;

/** Where each line of the text begins; a text that ends with a line break has a last, empty line. */
export function lineStarts(text: string): number[] {
  const starts = [0];
  for (const end of text.matchAll(LINE_END)) starts.push(end.index + end[0].length);
  return starts;
}
