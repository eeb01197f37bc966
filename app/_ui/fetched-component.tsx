"use client";

import { lazy, Suspense, useEffect, useState, type ComponentType } from "react";
import { useText } from "#app/_i18n/text-provider.tsx";
import { showToast } from "./show-toast.ts";

type Closable = { onClose?: () => void };
type Fetched<Props> = {
  Component: ComponentType<Props>;
  /** Fetches the code ahead of the first drawing. Safe to repeat; never throws. */
  prepare: () => void;
};

/**
 * A component whose code is fetched when it is first drawn. Without a network, or after an update that took the old code
 * away, the page stays what it is: the component closes itself, says why unless it `isSilent`, and is fetched anew when it
 * is drawn the next time.
 */
export function fetchedComponent<Props extends Closable>(
  fetchCode: () => Promise<ComponentType<Props>>,
  { isSilent = false }: { isSilent?: boolean } = {},
): Fetched<Props> {
  const Missing = (props: Props) => <MissingPart {...props} isSilent={isSilent} />;
  const load = async (): Promise<{ default: ComponentType<Props> }> => {
    try {
      return { default: await fetchCode() };
    } catch {
      Present = lazy(load);
      return { default: Missing };
    }
  };
  let Present = lazy(load);
  const Component = (props: Props) => {
    const [Part] = useState(() => Present);
    return (
      <Suspense fallback={null}>
        <Part {...props} />
      </Suspense>
    );
  };
  return { Component, prepare: () => void fetchCode().catch(() => undefined) };
}

function MissingPart({ onClose, isSilent }: Closable & { isSilent: boolean }) {
  const text = useText();
  useEffect(() => {
    if (!isSilent) showToast({ text: text("common.notFetched") });
    onClose?.();
  }, [isSilent, onClose, text]);
  return null;
}
