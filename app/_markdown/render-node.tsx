import { Fragment, type ReactNode } from "react";
import { CodeBlock } from "./code/code-block.tsx";
import { Formula } from "./math/formula.tsx";
import type { MarkdownNode } from "./parse/block.ts";
import { plainText } from "./plain-text.ts";
import { SafeImage } from "./safe-image.tsx";
import { SafeLink } from "./safe-link.tsx";
import { TableBlock } from "./table/table-block.tsx";
import { TaskItem } from "./task-item.tsx";

type RenderNode = (node: MarkdownNode, isOpen: boolean) => ReactNode;

/** Headings of an answer stand below the page's own (h1) and the message's (h2); most answers begin at their second level. */
const HEADINGS = { h1: "h3", h2: "h3", h3: "h4", h4: "h5", h5: "h6", h6: "h6" } as const;

const RENDERERS: Record<string, RenderNode> = {
  paragraph_open: ({ token, children }) =>
    token.hidden ? renderNodes(children) : <p dir="auto">{renderNodes(children)}</p>,
  heading_open: ({ token, children }) => renderHeading(token.tag, children),
  blockquote_open: ({ children }, isOpen) => <blockquote dir="auto">{renderNodes(children, isOpen)}</blockquote>,
  bullet_list_open: ({ children }, isOpen) => <ul dir="auto">{renderNodes(children, isOpen)}</ul>,
  ordered_list_open: ({ token, children }, isOpen) => (
    <ol dir="auto" start={Number(token.attrGet("start") ?? 1)}>
      {renderNodes(children, isOpen)}
    </ol>
  ),
  list_item_open: ({ token, children }, isOpen) => {
    const isChecked = token.meta?.["isChecked"];
    const content = renderNodes(children, isOpen);
    return typeof isChecked === "boolean" ? <TaskItem isChecked={isChecked}>{content}</TaskItem> : <li>{content}</li>;
  },
  hr: () => <hr />,
  fence: ({ token }, isOpen) => <CodeBlock code={token.content} info={token.info} isOpen={isOpen} />,
  code_block: ({ token }, isOpen) => <CodeBlock code={token.content} info="" isOpen={isOpen} />,
  table_open: (node) => <TableBlock node={node} renderCell={renderNodes} />,
  math_block: ({ token }) => (
    <Formula source={token.content} isDisplay isPending={token.meta?.["isPending"] === true} />
  ),
  inline: ({ children }) => renderNodes(children),
  text: ({ token }) => token.content,
  softbreak: () => "\n",
  hardbreak: () => <br />,
  code_inline: ({ token }) => <code>{token.content}</code>,
  strong_open: ({ children }) => <strong>{renderNodes(children)}</strong>,
  em_open: ({ children }) => <em>{renderNodes(children)}</em>,
  s_open: ({ children }) => <del>{renderNodes(children)}</del>,
  link_open: (node) => (
    <SafeLink address={String(node.token.attrGet("href") ?? "")} label={plainText(node)}>
      {renderNodes(node.children)}
    </SafeLink>
  ),
  image: (node) => <SafeImage address={String(node.token.attrGet("src") ?? "")} description={plainText(node)} />,
  math_inline: ({ token }) => (
    <Formula
      source={token.content}
      isDisplay={token.meta?.["isDisplay"] === true}
      isPending={token.meta?.["isPending"] === true}
    />
  ),
};

/**
 * The React elements of parsed Markdown. Only what is listed here can appear at all, every text as text; no HTML is
 * ever inserted. Unknown tokens show their content. `isOpen`: the last code may still grow.
 */
export function renderNodes(nodes: readonly MarkdownNode[], isOpen = false): ReactNode {
  return nodes.map((node, index) => <Fragment key={index}>{renderNode(node, isOpen)}</Fragment>);
}

function renderNode(node: MarkdownNode, isOpen: boolean): ReactNode {
  const renderer = Object.hasOwn(RENDERERS, node.token.type) ? RENDERERS[node.token.type] : undefined;
  return renderer === undefined ? node.token.content : renderer(node, isOpen);
}

function renderHeading(tag: string, children: readonly MarkdownNode[]): ReactNode {
  const Heading = tag in HEADINGS ? HEADINGS[tag as keyof typeof HEADINGS] : "h6";
  return (
    <Heading dir="auto" data-level={tag.slice(1)}>
      {renderNodes(children)}
    </Heading>
  );
}
