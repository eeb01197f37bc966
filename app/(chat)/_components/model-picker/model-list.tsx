"use client";

import { useEffect, useRef, useState, type KeyboardEvent } from "react";
import type { Model } from "#contracts/model.ts";
import { useText } from "#app/_i18n/text-provider.tsx";
import { findModel } from "../../_lib/find-model.ts";
import { findModels } from "../../_lib/find-models.ts";
import { ModelOption } from "./model-option.tsx";
import { moveFocus } from "./move-focus.ts";

/** From this many models on, typing finds one faster than looking. */
const SEARCH_FROM = 7;

type ModelListProps = { models: readonly Model[]; selectedId: string | null; onPick: (modelId: string) => void };

/** A list to choose a model from, by pointer, arrows or typing. */
export function ModelList({ models, selectedId, onPick }: ModelListProps) {
  const text = useText();
  const list = useRef<HTMLUListElement>(null);
  const [search, setSearch] = useState("");
  const found = findModels(models, search);
  const selected = findModel(models, selectedId);
  const hasSearch = models.length >= SEARCH_FROM;
  useEffect(() => {
    list.current?.querySelector("[aria-pressed=true]")?.scrollIntoView({ block: "center" });
  }, []);
  const onSearchKey = (event: KeyboardEvent) => {
    // Before anything is typed, Enter means what is chosen already: the same model once more.
    const meant = (search === "" && selected) || found[0];
    if (event.key === "Enter" && meant && !event.nativeEvent.isComposing) onPick(meant.id);
    else if (event.key === "ArrowDown") moveFocus(list.current, "ArrowDown");
    else return;
    event.preventDefault();
  };
  return (
    <>
      {hasSearch ? (
        <input
          type="text"
          aria-label={text("model.search")}
          placeholder={text("model.search")}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
          onKeyDown={onSearchKey}
          className="mx-2 mb-1 min-h-9 rounded-sm border border-line bg-paper px-2.5 text-ui placeholder:text-ink-faint coarse:min-h-11 coarse:text-base"
        />
      ) : null}
      <ul ref={list} className="min-h-0 flex-1 overflow-y-auto overscroll-contain p-1">
        {found.map((model, index) => (
          <ModelOption
            key={model.id}
            model={model}
            isFirstOfGroup={groupOf(found[index - 1]) !== groupOf(model)}
            isSelected={model === selected}
            onPick={() => onPick(model.id)}
            onArrow={(key) => moveFocus(list.current, key)}
          />
        ))}
        {found.length === 0 ? <li className="px-2 py-3 text-ui text-ink-soft">{text("model.noneFound")}</li> : null}
      </ul>
    </>
  );
}

/** Aliases stand together, and models by what serves them. */
function groupOf(model: Model | undefined): string | null {
  if (!model) return null;
  return model.standsFor === null ? `${model.connectionId} ${model.connectionLabel}` : "alias";
}
