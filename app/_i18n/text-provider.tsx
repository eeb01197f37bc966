"use client";

import { createContext, useContext, useMemo, type ReactNode } from "react";
import type { Language } from "#contracts/settings.ts";
import type { Catalogue } from "./catalogue.ts";
import { createText, type Text } from "./create-text.ts";

const TextContext = createContext<Text | null>(null);

type TextProviderProps = { language: Language; catalogue: Partial<Catalogue>; children: ReactNode };

/** Gives every component below it the texts of one language; no other language reaches the browser. */
export function TextProvider(props: TextProviderProps) {
  const { language, catalogue, children } = props;
  const text = useMemo(() => createText(language, catalogue), [language, catalogue]);
  return <TextContext value={text}>{children}</TextContext>;
}

/** The text function: `text("sidebar.newChat")`, `text("settings.sessions.from", { place })`. */
export function useText(): Text {
  const text = useContext(TextContext);
  if (!text) throw new Error("useText needs a TextProvider above it.");
  return text;
}
