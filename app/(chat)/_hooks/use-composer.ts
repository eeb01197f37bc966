"use client";

import { useCallback, useEffect, useRef, useState, type RefObject } from "react";
import { useNextModel } from "../_components/conversation/chosen-model-context.tsx";
import { useConversation } from "../_components/conversation/conversation-context.tsx";
import { useRunningAnswer } from "../_components/conversation/use-running-answer.ts";
import { findSendBlock, type SendBlock } from "../_lib/find-send-block.ts";
import { fitHeight } from "../_lib/fit-height.ts";
import { sampleText } from "../_lib/sample-text.ts";
import { settleDirection } from "../_lib/settle-direction.ts";
import { useKeptDraft } from "./use-kept-draft.ts";
import { useRefused } from "./use-refused.ts";

/** What a composer shows and does. */
export type ComposerModel = {
  area: RefObject<HTMLTextAreaElement | null>;
  block: SendBlock | null;
  isRunning: boolean;
  isStopping: boolean;
  note: () => void;
  write: (text: string) => void;
  /** Puts a text before what is there. */
  takeBack: (text: string) => void;
  send: () => void;
  stop: () => void;
};

/** The composer without its looks. The text lives in the field itself, so that a long one stays fast. */
export function useComposer(onSend: () => void): ComposerModel {
  const conversation = useConversation();
  const { modelId } = useNextModel();
  const { runningAnswerId, isStopping } = useRunningAnswer();
  const area = useRef<HTMLTextAreaElement>(null);
  const [sample, setSample] = useState("");
  const restore = useCallback((kept: string): void => {
    // What was typed before the script had arrived is newer than what was kept.
    if (area.current?.value === "") area.current.value = kept;
    setSample(sampleText(area.current?.value ?? ""));
    if (area.current) fitHeight(area.current);
  }, []);
  const draft = useKeptDraft(restore);
  useEffect(() => {
    // Where a key is at hand, a new chat is there to be typed into.
    if (!conversation.isStored && matchMedia("(pointer: fine)").matches) area.current?.focus();
  }, [conversation]);
  const note = useCallback((): void => {
    const text = area.current?.value ?? "";
    if (area.current) {
      settleDirection(area.current, text.length);
      fitHeight(area.current);
    }
    setSample(sampleText(text));
    draft.current?.note(text);
  }, [draft]);
  const write = useCallback(
    (text: string): void => {
      if (area.current) area.current.value = text;
      note();
      draft.current?.flush();
    },
    [draft, note],
  );
  const takeBack = useCallback(
    (text: string): void => write([text, area.current?.value ?? ""].filter((part) => part.trim() !== "").join("\n\n")),
    [write],
  );
  useRefused(takeBack);
  const send = (): void => {
    const text = area.current?.value ?? "";
    if (modelId === null || findSendBlock({ text, modelId }) !== null) return;
    onSend();
    // Kept there before it leaves here: nothing that happens in between can lose it.
    conversation.send(text, modelId);
    write("");
  };
  const stop = (): void => void (runningAnswerId !== null && conversation.stop(runningAnswerId));
  const block = findSendBlock({ text: sample, modelId });
  return { area, block, isRunning: runningAnswerId !== null, isStopping, note, write, takeBack, send, stop };
}
