"use client";

import { useEffect, useRef, useState, type KeyboardEvent } from "react";
import { useText } from "#app/_i18n/text-provider.tsx";
import { fitHeight } from "../../_lib/fit-height.ts";
import { Button } from "#app/_ui/button.tsx";

type EditorProps = { initial: string; onSend: (text: string) => void; onCancel: () => void };

/** A person's message opened for editing; sending makes a new branch and keeps the old one. */
export function QuestionEditor({ initial, onSend, onCancel }: EditorProps) {
  const text = useText();
  const area = useRef<HTMLTextAreaElement>(null);
  const [value, setValue] = useState(initial);
  const isEmpty = value.trim() === "";
  useEffect(() => {
    if (area.current) fitHeight(area.current);
    area.current?.focus();
    area.current?.setSelectionRange(initial.length, initial.length);
  }, [initial.length]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Escape") onCancel();
    else if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && !isEmpty) onSend(value);
    else return;
    event.preventDefault();
  };
  return (
    <div className="mb-3 w-full rounded-lg bg-sunken p-3">
      <textarea
        ref={area}
        dir="auto"
        aria-label={text("chat.editLabel")}
        value={value}
        onChange={(event) => {
          setValue(event.target.value);
          fitHeight(event.target);
        }}
        onKeyDown={onKeyDown}
        className="field-sizing-content block max-h-[50dvh] min-h-20 w-full resize-none bg-transparent px-1 text-base outline-none"
      />
      <div className="mt-2 flex flex-wrap items-center justify-end gap-2">
        <p className="me-auto text-sm text-ink-soft">{text("chat.editHint")}</p>
        <Button tone="quiet" onClick={onCancel}>
          {text("common.cancel")}
        </Button>
        <Button tone="primary" isDisabled={isEmpty} onClick={() => onSend(value)}>
          {text("composer.send")}
        </Button>
      </div>
    </div>
  );
}
