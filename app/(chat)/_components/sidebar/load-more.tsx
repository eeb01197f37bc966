"use client";

import { useEffect, useRef } from "react";
import { useText } from "#app/_i18n/text-provider.tsx";
import { Button } from "#app/_ui/button.tsx";

type LoadMoreProps = { isLoading: boolean; hasFailed: boolean; onReach: () => void };

/** The end of what is loaded: coming near it asks for more; after a failure a button does. */
export function LoadMore({ isLoading, hasFailed, onReach }: LoadMoreProps) {
  const text = useText();
  const end = useRef<HTMLDivElement>(null);
  const canAsk = !isLoading && !hasFailed;
  useEffect(() => {
    if (!canAsk || !end.current) return;
    const watcher = new IntersectionObserver(([entry]) => entry?.isIntersecting && onReach(), { rootMargin: "400px" });
    watcher.observe(end.current);
    return () => watcher.disconnect();
  }, [canAsk, onReach]);
  return (
    <div ref={end} className="flex min-h-8 items-center px-2.5 text-sm text-ink-faint">
      {hasFailed ? <Button onClick={onReach}>{text("common.tryAgain")}</Button> : text("sidebar.loadingMore")}
    </div>
  );
}
