const FENCE = "```";

/** Every kind of Markdown that an answer may hold. */
export const MARKDOWN_TEXT = `# Simulated answer

A paragraph with **bold**, *italic*, ~~struck~~ and \`inline code\`, and a [link](https://example.org/).

- First item
- Second item
  - Nested item

1. One
2. Two

> A quotation of two
> lines.

| Name | Value |
| --- | ---: |
| Alpha | 1 |
| Beta | 22 |

${FENCE}typescript
const answer: number = 42;
console.log(answer);
${FENCE}

Inline $a^2 + b^2 = c^2$ and displayed:

$$
\\sum_{k=1}^{n} k = \\frac{n(n+1)}{2}
$$

Raw <b>HTML</b> and a [bad link](javascript:alert(1)) stay dead. The end.`;

/** Text of many scripts, with characters of two to four bytes, joined emoji and right-to-left words. */
export const UNICODE_TEXT =
  "Grüße, naïve café. Привет. 你好，世界。 こんにちは。 안녕하세요. مرحبا بالعالم. שלום. नमस्ते. 👩‍👩‍👧‍👦 🏳️‍🌈 𝒳 𐍈 — “quoted” … é";

/** An answer that is mostly one block of code. */
export const CODE_TEXT = `Here is the code:

${FENCE}python
def fibonacci(count: int) -> list[int]:
    """The first numbers of Fibonacci."""
    numbers = [0, 1]
    while len(numbers) < count:
        numbers.append(numbers[-1] + numbers[-2])
    return numbers[:count]


print(fibonacci(10))
${FENCE}

That is all.`;

/** The numbers from 1 to `last` in words of their own, twenty to a line, the same every time; ends in a full stop. */
export function writeCount(last: number): string {
  const words: string[] = [];
  for (let index = 1; index <= last; index += 1) words.push(`${index}${index % 20 === 0 ? "\n" : " "}`);
  return `${words.join("").trimEnd()}.`;
}

/** A long text of `tokens` words in paragraphs, the same every time. */
export function writeLongText(tokens: number): string {
  const words: string[] = [];
  for (let index = 1; index <= tokens; index += 1) words.push(index % 50 === 0 ? `word${index}.\n\n` : `word${index} `);
  return words.join("").trimEnd();
}
