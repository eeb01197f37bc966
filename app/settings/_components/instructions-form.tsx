"use client";

import { useState } from "react";
import { useText } from "#app/_i18n/text-provider.tsx";
import { Button } from "#app/_ui/button.tsx";
import { TextArea } from "#app/_ui/text-area.tsx";

/** As the contract has it; importing it would bring zod along. */
const LENGTH_MAX = 8_000;

/** From here on it is said how much room is left. */
const FEW = 500;

type InstructionsFormProps = { kept: string; isSaving: boolean; onSave: (instructions: string) => void };

/** Edits the instructions; saving is a step of its own, because half a sentence is no instruction. */
export function InstructionsForm({ kept, isSaving, onSave }: InstructionsFormProps) {
  const text = useText();
  const [wanted, setWanted] = useState(kept);
  const left = LENGTH_MAX - wanted.length;
  // What is kept is shown ahead of the server's word; "Saved" waits for it.
  const isSaved = !isSaving && wanted === kept && kept !== "";
  return (
    <form
      className="flex flex-col items-start gap-3 [&>div]:w-full"
      onSubmit={(event) => {
        event.preventDefault();
        onSave(wanted);
      }}
    >
      <TextArea
        label={text("settings.instructions.label")}
        value={wanted}
        onChange={setWanted}
        placeholder={text("settings.instructions.placeholder")}
        maxLength={LENGTH_MAX}
        {...(left <= FEW ? { hint: text.plural("settings.instructions.remaining", left) } : {})}
      />
      <Button type="submit" tone="primary" isBusy={isSaving} isDisabled={wanted === kept}>
        {text(isSaved ? "common.saved" : "common.save")}
      </Button>
    </form>
  );
}
