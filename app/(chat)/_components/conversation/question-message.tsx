"use client";

import { Pencil } from "lucide-react";
import { memo, useRef, useState } from "react";
import { flushSync } from "react-dom";
import type { Message } from "#contracts/message.ts";
import { useText } from "#app/_i18n/text-provider.tsx";
import { IconButton } from "#app/_ui/icon-button.tsx";
import { messageText } from "../../_lib/message-text.ts";
import { BranchArrows } from "./branch-arrows.tsx";
import { useNextModel } from "./chosen-model-context.tsx";
import { useConversation } from "./conversation-context.tsx";
import { CopyButton } from "./copy-button.tsx";
import { MessageActions } from "./message-actions.tsx";
import { QuestionDelivery } from "./question-delivery.tsx";
import { QuestionEditor } from "./question-editor.tsx";
import { QuestionText } from "./question-text.tsx";

/** A person's message: a soft block at the end of the line, with edit, copy and its versions. */
export const QuestionMessage = memo(function QuestionMessage({ question }: { question: Message }) {
  const text = useText();
  const conversation = useConversation();
  const { modelId } = useNextModel();
  const [isEditing, setIsEditing] = useState(false);
  const editButton = useRef<HTMLButtonElement>(null);
  const source = messageText(question);
  const cancel = () => {
    flushSync(() => setIsEditing(false));
    editButton.current?.focus();
  };
  const send = (edited: string) => {
    setIsEditing(false);
    if (modelId !== null) conversation.send(edited, modelId, question.parentId);
  };
  return (
    <article
      tabIndex={-1}
      data-message={question.id}
      aria-labelledby={`${question.id}-head`}
      className="group/message flex scroll-my-4 flex-col items-end rounded-sm outline-offset-4"
    >
      <h2 id={`${question.id}-head`} className="sr-only">
        {text("chat.question")}
      </h2>
      {isEditing ? (
        <QuestionEditor initial={source} onSend={send} onCancel={cancel} />
      ) : (
        <div className="max-w-[75%]">
          <QuestionText source={source} />
        </div>
      )}
      <QuestionDelivery question={question} />
      {isEditing ? null : (
        <MessageActions isAlwaysVisible={question.siblingIds.length > 1} isAtEnd>
          <CopyButton label={text("common.copy")} read={() => source} />
          <IconButton
            ref={editButton}
            label={text("chat.edit")}
            isDisabled={modelId === null}
            onClick={() => setIsEditing(true)}
          >
            <Pencil size={16} aria-hidden />
          </IconButton>
          <BranchArrows message={question} />
        </MessageActions>
      )}
    </article>
  );
});
