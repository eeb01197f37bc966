"use client";

import type { MessagePart } from "#contracts/message.ts";
import { useText } from "#app/_i18n/text-provider.tsx";
import { Markdown } from "#app/_markdown/markdown.tsx";

import { ReasoningBlock } from "./reasoning-block.tsx";

/** The content of an answer in reading order; only its last part can still grow. */
export function AnswerParts({ parts, isStreaming }: { parts: readonly MessagePart[]; isStreaming: boolean }) {
  const last = parts.length - 1;
  return parts.map((part, index) => (
    // Parts are only ever added at the end: their place is their identity.
    <AnswerPart key={`${index}-${part.type}`} part={part} isStreaming={isStreaming && index === last} />
  ));
}

function AnswerPart({ part, isStreaming }: { part: MessagePart; isStreaming: boolean }) {
  const text = useText();
  switch (part.type) {
    case "text":
      return <Markdown source={part.text} isStreaming={isStreaming} />;
    case "reasoning":
      return <ReasoningBlock source={part.text} isStreaming={isStreaming} />;
    case "refusal":
      return (
        <p className="my-2 border-s-2 border-warning ps-4 text-ink-soft">
          <span className="sr-only">{text("chat.refusal")} </span>
          {part.text}
        </p>
      );
    case "tool-call":
      return <p className="my-2 font-mono text-code text-ink-soft">{text("chat.toolCall", { name: part.toolName })}</p>;
    case "tool-result":
      return (
        <p className="my-2 font-mono text-code text-ink-soft">
          {text(part.isError ? "chat.toolFailed" : "chat.toolResult", { name: part.toolName })}
        </p>
      );
    case "notice":
      return <p className="my-2 text-ui text-ink-soft">{text.plural("chat.leftOut", part.messagesLeftOut)}</p>;
  }
}
