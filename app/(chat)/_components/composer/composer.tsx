"use client";

import { useImperativeHandle, type KeyboardEvent, type Ref } from "react";
import { useText } from "#app/_i18n/text-provider.tsx";
import { useShortcut } from "#app/_lib/use-shortcut.ts";
import { preloadMarkdown } from "#app/_markdown/markdown.tsx";
import { useComposer } from "../../_hooks/use-composer.ts";
import { useSettings } from "../../_hooks/use-settings.ts";
import { isSendKey } from "../../_lib/is-send-key.ts";
import { settleDirection } from "../../_lib/settle-direction.ts";
import { useNextModel } from "../conversation/chosen-model-context.tsx";
import { ModelPicker } from "../model-picker/model-picker.tsx";
import { ComposerNote } from "./composer-note.tsx";
import { QueuedMessages } from "./queued-messages.tsx";
import { SendButton } from "./send-button.tsx";
import { StopButton } from "./stop-button.tsx";

/** What others may do with the composer: put words into it, to be finished there. */
export type ComposerHandle = { insert: (words: string) => void };

/** Where a person types, chooses the model and sends. `onSend` is called just before a question leaves. */
export function Composer({ onSend, ref }: { onSend: () => void; ref: Ref<ComposerHandle> }) {
  const text = useText();
  const sendWithEnter = useSettings()?.sendWithEnter ?? true;
  const { modelId, chooseModel } = useNextModel();
  const composer = useComposer(onSend);
  const { area, block, isRunning, isStopping, note, send, stop } = composer;
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const isTouch = matchMedia("(pointer: coarse)").matches;
    if (!isSendKey(event.nativeEvent, { sendWithEnter, isTouch })) return;
    event.preventDefault();
    send();
  };
  const edit = (words: string) => {
    composer.takeBack(words);
    area.current?.focus();
  };
  // Under a finger the focus would open the keyboard, which nobody asked for.
  const takeFocus = () => matchMedia("(pointer: fine)").matches && area.current?.focus();
  useShortcut("focusComposer", () => area.current?.focus());
  useShortcut("stopAnswer", () => (isRunning ? stop() : false));
  useImperativeHandle(ref, () => ({
    insert: (words) => {
      composer.write(words);
      area.current?.focus();
    },
  }));
  return (
    <div className="mx-auto w-full max-w-[calc(var(--container-text)+3rem)] px-2 pt-1 pb-[max(0.75rem,env(safe-area-inset-bottom))] sm:px-6">
      <QueuedMessages onEdit={edit} onLeave={takeFocus} />
      <ComposerNote block={block} />
      <div className="rounded-lg border border-line-strong/50 bg-raised transition-colors duration-100 focus-within:border-line-strong">
        <textarea
          ref={area}
          dir="auto"
          rows={1}
          aria-label={text("composer.label")}
          placeholder={text("composer.placeholder")}
          onChange={() => {
            preloadMarkdown();
            note();
          }}
          onPaste={(event) => settleDirection(event.currentTarget, event.clipboardData.getData("text").length)}
          onKeyDown={onKeyDown}
          className="field-sizing-content block max-h-[min(17.5rem,40dvh)] min-h-10 coarse:min-h-11 w-full resize-none overflow-y-auto bg-transparent px-4 pt-1 pb-1 mt-2 text-base outline-none placeholder:text-ink-faint"
        />
        <div className="flex items-center justify-between gap-2 px-2 pb-2">
          <ModelPicker modelId={modelId} onPick={chooseModel} />
          <div className="flex shrink-0 items-center gap-1.5">
            {isRunning ? <StopButton isStopping={isStopping} onStop={stop} /> : null}
            <SendButton block={block} isQueuing={isRunning} onSend={send} />
          </div>
        </div>
      </div>
    </div>
  );
}
