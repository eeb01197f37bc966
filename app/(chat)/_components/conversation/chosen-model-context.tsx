"use client";

import { createContext, useContext, type ReactNode } from "react";
import { useChosenModel, type ChosenModel } from "../../_hooks/use-chosen-model.ts";

const ChosenModelContext = createContext<ChosenModel | null>(null);

/** Finds out once, for every component below it, which model answers next. */
export function ChosenModelProvider({ children }: { children: ReactNode }) {
  return <ChosenModelContext value={useChosenModel()}>{children}</ChosenModelContext>;
}

/** The model that answers next; null while none is known. */
export function useNextModel(): ChosenModel {
  const chosen = useContext(ChosenModelContext);
  if (!chosen) throw new Error("useNextModel needs a ChosenModelProvider above it.");
  return chosen;
}
