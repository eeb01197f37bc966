import type { MessagePart } from "#contracts/message.ts";

const AROUND = 32;

/** Where two contents first differ, with a few words of both, for a person who looks for the reason. */
export function describeDifference(one: readonly MessagePart[], other: readonly MessagePart[]): string {
  const [first, second] = [flatten(one), flatten(other)];
  let at = 0;
  while (at < first.length && at < second.length && first[at] === second[at]) at++;
  return `differ at ${at} (lengths ${first.length} and ${second.length}): ${quote(first, at)} against ${quote(second, at)}`;
}

function flatten(parts: readonly MessagePart[]): string {
  return parts.map((part) => `<${part.type}>${wordsOf(part)}`).join("");
}

function wordsOf(part: MessagePart): string {
  switch (part.type) {
    case "text":
    case "reasoning":
    case "refusal":
      return part.text;
    case "tool-call":
      return `${part.toolName} ${part.inputText}`;
    case "tool-result":
      return `${part.toolName} ${part.output}`;
    case "notice":
      return part.code;
  }
}

function quote(text: string, at: number): string {
  const shown = text.slice(Math.max(0, at - AROUND), at + AROUND);
  return JSON.stringify(shown);
}
