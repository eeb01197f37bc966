"use client";

import { useEffect, useRef, useState, type RefObject } from "react";
import { useNextModel } from "../_components/conversation/chosen-model-context.tsx";
import { useConversation } from "../_components/conversation/conversation-context.tsx";
import { useRunningAnswer } from "../_components/conversation/use-running-answer.ts";
import { DebouncedDraft } from "../_lib/debounced-draft.ts";
import { Draft, NEW_DRAFT } from "../_lib/draft.ts";
import { findSendBlock, type SendBlock } from "../_lib/find-send-block.ts";
import { fitHeight } from "../_lib/fit-height.ts";
import { sampleText } from "../_lib/sample-text.ts";
import { settleDirection } from "../_lib/settle-direction.ts";
import { useConnectionStatus } from "./use-connection-status.ts";

/** What a composer shows and does. */
export type ComposerModel = {
  area: RefObject<HTMLTextAreaElement | null>;
  block: SendBlock | null;
  isRunning: boolean;
  isStopping: boolean;
  note: () => void;
  write: (text: string) => void;
  send: () => void;
  stop: () => void;
};

/** The composer without its looks. The text lives in the field itself, so that a long one stays fast. */
export function useComposer(onSend: () => void): ComposerModel {
  const conversation = useConversation();
  const status = useConnectionStatus();
  const { modelId } = useNextModel();
  const { runningAnswerId, isStopping } = useRunningAnswer();
  const area = useRef<HTMLTextAreaElement>(null);
  const draft = useRef<DebouncedDraft>(null);
  const [sample, setSample] = useState("");
  const isRunning = runningAnswerId !== null;
  const now = { status, modelId, isRunning };
  useEffect(() => {
    const stored = new Draft(localStorage, conversation.isStored ? conversation.conversationId : NEW_DRAFT);
    const kept = new DebouncedDraft(stored);
    draft.current = kept;
    // What was typed before the script had arrived is newer than what was stored.
    const restored = stored.restore();
    if (area.current?.value === "") area.current.value = restored;
    setSample(sampleText(area.current?.value ?? ""));
    if (area.current) fitHeight(area.current);
    // Where a key is at hand, a new chat is there to be typed into.
    if (!conversation.isStored && matchMedia("(pointer: fine)").matches) area.current?.focus();
    const flush = (): void => kept.flush();
    window.addEventListener("pagehide", flush);
    return () => {
      window.removeEventListener("pagehide", flush);
      flush();
    };
  }, [conversation]);
  const note = (): void => {
    const text = area.current?.value ?? "";
    if (area.current) {
      settleDirection(area.current, text.length);
      fitHeight(area.current);
    }
    setSample(sampleText(text));
    draft.current?.note(text);
  };
  const write = (text: string): void => {
    if (area.current) area.current.value = text;
    note();
  };
  const send = (): void => {
    const text = area.current?.value ?? "";
    if (modelId === null || findSendBlock({ ...now, text }) !== null) return;
    write("");
    onSend();
    void draft.current?.handOver(text, conversation.conversationId, () => conversation.send(text, modelId));
  };
  const stop = (): void => void (runningAnswerId !== null && conversation.stop(runningAnswerId));
  return { area, block: findSendBlock({ ...now, text: sample }), isRunning, isStopping, note, write, send, stop };
}
