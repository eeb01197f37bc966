"use client";

import type { MessagePart } from "#contracts/message.ts";
import { useText } from "#app/_i18n/text-provider.tsx";
import { Markdown } from "#app/_markdown/markdown.tsx";
import { toAnswerBlocks } from "../../_lib/answer-blocks.ts";
import { ReasoningBlock } from "./reasoning-block.tsx";
import { ToolUse } from "./tool-use.tsx";
import { WaitingMark } from "./waiting-mark.tsx";

/** The content of an answer in reading order; only its last part can still grow. */
export function AnswerParts({ parts, isStreaming }: { parts: readonly MessagePart[]; isStreaming: boolean }) {
  const last = parts.length - 1;
  const lastType = parts[last]?.type;
  return (
    <>
      {toAnswerBlocks(parts).map((block) =>
        block.type === "tool" ? (
          <ToolUse key={`${block.index}-tool`} use={block} isStreaming={isStreaming} />
        ) : (
          // Parts are only ever added at the end: their place is their identity.
          <AnswerPart
            key={`${block.index}-${block.part.type}`}
            part={block.part}
            isStreaming={isStreaming && block.index === last}
          />
        ),
      )}
      {isStreaming && (lastType === "tool-result" || lastType === "notice") ? <WaitingMark /> : null}
    </>
  );
}

type AnswerPartProps = {
  part: Exclude<MessagePart, { type: "tool-call" } | { type: "tool-result" }>;
  isStreaming: boolean;
};

function AnswerPart({ part, isStreaming }: AnswerPartProps) {
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
    case "notice":
      return <p className="mb-2 text-ui text-ink-soft">{text.plural("chat.leftOut", part.messagesLeftOut)}</p>;
  }
}
