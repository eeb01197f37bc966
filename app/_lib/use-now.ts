"use client";

import { useSyncExternalStore } from "react";

const MINUTE_MS = 60_000;

/** The present, to the minute; components that show it render again when a new one begins. */
export function useNow(): Date {
  return new Date(useSyncExternalStore(subscribe, readMinute, readMinute));
}

function subscribe(notify: () => void): () => void {
  const timer = setInterval(notify, MINUTE_MS / 4);
  return () => clearInterval(timer);
}

function readMinute(): number {
  return Math.floor(Date.now() / MINUTE_MS) * MINUTE_MS;
}
