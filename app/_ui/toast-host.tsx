"use client";

import { useEffect, useState } from "react";
import { fetchedComponent } from "./fetched-component.tsx";
import { onToast } from "./show-toast.ts";

const { Component: Toaster } = fetchedComponent<{ onClose?: () => void }>(
  async () => (await import("./toaster.tsx")).Toaster,
  { isSilent: true },
);

/** The place of notices; empty, and without weight, until there is one. */
export function ToastHost() {
  const [isNeeded, setIsNeeded] = useState(false);
  useEffect(() => onToast(() => setIsNeeded(true)), []);
  return isNeeded ? <Toaster onClose={() => setIsNeeded(false)} /> : null;
}
