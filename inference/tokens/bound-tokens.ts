/**
 * More tokens than this a text never has, in any family: a token is a byte at least, and the second number is for the
 * marker that some tokenizers begin with. Costs almost nothing, so that most requests need no count at all.
 */
export function boundTokens(text: string): number {
  return Buffer.byteLength(text) + 1;
}
