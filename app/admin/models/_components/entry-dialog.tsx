"use client";

import { useState, type ReactNode } from "react";
import { useText } from "#app/_i18n/text-provider.tsx";
import { Button } from "#app/_ui/button.tsx";
import { Dialog } from "#app/_ui/dialog.tsx";
import { InlineError } from "#app/_ui/inline-error.tsx";
import { ConflictNote } from "./conflict-note.tsx";
import type { Theirs } from "./use-keep-document.ts";

type EntryDialogProps = {
  title: string;
  editor: {
    isBusy: boolean;
    isDirty: boolean;
    theirs: Theirs | null;
    failure: string | null;
    faultOf: (path: string) => string | null;
    submit: () => boolean;
    takeTheirs: () => void;
  };
  /** Takes what administrators said of it out again; null where they said nothing. */
  removal: { label: string; onRemove: () => void } | null;
  onClose: () => void;
  children: ReactNode;
};

/** A dialog in which one entry of the catalogue is typed. What was typed is not lost by a press beside it. */
export function EntryDialog({ title, editor, removal, onClose, children }: EntryDialogProps) {
  const text = useText();
  const [isAsking, setIsAsking] = useState(false);
  const leave = () => (editor.isDirty && !isAsking ? setIsAsking(true) : onClose());
  // What is wrong with no field that is shown is said here.
  const failure = editor.failure ?? editor.faultOf("");
  return (
    <Dialog title={title} onClose={leave}>
      <form noValidate onSubmit={submit} className="flex min-h-0 flex-col">
        <div className="flex min-h-0 flex-col gap-6 overflow-y-auto px-5 pt-2 pb-5">{children}</div>
        <div className="flex flex-col gap-3 border-t border-line px-5 py-3">
          {editor.theirs === null ? null : <ConflictNote theirs={editor.theirs} onTakeTheirs={editor.takeTheirs} />}
          {failure === null ? null : <InlineError>{failure}</InlineError>}
          {isAsking ? (
            <div role="alert" className="flex flex-wrap items-center justify-between gap-2">
              <p className="text-ui">{text("admin.models.notSaved")}</p>
              <div className="flex gap-2">
                <Button onClick={() => setIsAsking(false)}>{text("admin.models.keepEditing")}</Button>
                <Button tone="danger" onClick={onClose}>
                  {text("admin.models.discard")}
                </Button>
              </div>
            </div>
          ) : (
            <div className="flex flex-wrap items-center gap-2">
              <Button type="submit" tone="primary" isBusy={editor.isBusy}>
                {text("common.save")}
              </Button>
              <Button onClick={leave}>{text("common.cancel")}</Button>
              {removal ? (
                <div className="ms-auto">
                  <Button tone="danger" isBusy={editor.isBusy} onClick={removal.onRemove}>
                    {removal.label}
                  </Button>
                </div>
              ) : null}
            </div>
          )}
        </div>
      </form>
    </Dialog>
  );

  /** What is wrong is said at its field, and the first of them gets the focus. */
  function submit(event: React.SubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    const form = event.currentTarget;
    if (editor.submit()) return;
    requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  }
}
