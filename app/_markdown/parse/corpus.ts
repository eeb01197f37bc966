/** Documents whose pieces are easy to show wrongly while they arrive. Tests cut them at every place. */
export const CORPUS: Record<string, string> = {
  "prose with emphasis":
    "Some *words* and **more** with `code` and ~~struck~~.\n\nA second paragraph.\nOn two lines.  \nBreak.\n",
  "loose list": "- one\n\n- two\n- three\n\nafter\n\n1. a\n\n2. b\n10. c\n\nend",
  "nested list with code":
    "1. First:\n\n   ```js\n   const a = 1;\n\n   const b = 2;\n   ```\n\n   - deep\n\n     deeper\n2. Second\n\n\n3. Third\n\ntext",
  "list then setext": "Here:\n- a\n- b\n---\nTitle\n===\ntext\n---\n\nend\n",
  "table after text":
    "Text before\n| a | b |\n|---|--:|\n| 1 | 2 |\n| x `|` y | \\| |\n\nafter | not\n\n| only head |\n\n| h |\n| - |\nend\n",
  quotes: "> one\nlazy\n>\n> - list\n>   more\n>\n> ```\n> code\n\nout\n\n> a\n\n> b\n",
  fences:
    "```ts\nconst a = `x`;\n\n\nlet b;\n```\n\n~~~~\n```\n~~~\n~~~~\ntext\n``` no\n\n````md\n```js\ninner\n```\n````\nend",
  "unclosed fence": "Look:\n\n```python\ndef f():\n\n    return 1\n\n\n# not a heading\n``",
  formulas:
    "Inline $a^2$ and \\(b\\), then\n$$\nx = \\frac{1}{2}\n$$\ntext $5 and $6 text\n\n\\[\n\\sum_{i}\n\\]\n\n\\begin{align}\na &= b\\\\\nc &= d\n\\end{align}\n\n$$ open\n\nend $$x$$ here",
  "windows line ends": "# Title\r\n\r\n- a\r\n- b\r\n\r\n```\r\ncode\r\n\r\nmore\r\n```\r\n\r\nText\rnext\r\n\r\nend",
  "reference links":
    "See [one], [two][2] and [three].\n\n[one]: https://one.example 'title'\n\nMore [one] and [four].\n\n[2]: https://two.example\n'multi\nline'\n\n> [four]: https://four.example\n\n[three]: <https://three.example>\n[one]: https://ignored.example\n\nend [late]\n\n[late]: https://late.example",
  "half reference":
    'A [x] b\n\n[x]: https://x.example\n\'unclosed title\n\nnext\n\n[y]: https://y.example\n"t"\nrest [y]\n',
  "task list": "- [ ] open\n- [x] done\n- [x]\n  text\n\n* [a] b\n",
  "links and images":
    '[a](https://a.example) ![pic](https://b.example/i.png "t") <https://c.example> https://d.example/x_(y). [dead](javascript:alert(1)) <b>raw</b> <!-- c -->\n\n<div>\n\nblock\n\n</div>\n',
  "indented code": "text\n\n    code\n\n\n    more\n\n  text\n\n\tcode\n- a\n\n      code in item\n\n  para\n",
  headings: "# One\ntext\n## Two ##\n\n####### seven\n#notone\n\nSetext\n======\n\n***\n- - -\n___\n",
  "marks that look like others": "*\n\n-\n\n1.\n\n+\ntext\n\n1)\n\n**bold\n\n`open\n\n[link](htt\n\n$x\n\n|a\n",
  "entities and escapes": "&amp; &copy; &#35; \\* \\_ \\[ \\$5 &nosuch; \u0000 \u{1F600} e\u0301\n\n\u00a0\n\ntext\n",
};
