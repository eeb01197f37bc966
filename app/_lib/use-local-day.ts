"use client";

import { useEffect, useSyncExternalStore } from "react";
import { formatDay } from "./format-day.ts";
import { TIME_ZONE_COOKIE } from "./time-zone-cookie.ts";
import { writeCookie } from "./write-cookie.ts";

const CHECK_EVERY_MS = 60_000;

/** The day as the server saw it when it rendered. */
export type LocalDay = { timeZone: string; today: string };

/**
 * The person's time zone and day (YYYY-MM-DD) there, kept right past midnight. While the page
 * hydrates it is what the server assumed, so that both paint the same.
 */
export function useLocalDay(assumed: LocalDay): LocalDay {
  const timeZone = useSyncExternalStore(subscribe, readTimeZone, () => assumed.timeZone);
  const today = useSyncExternalStore(subscribe, readToday, () => assumed.today);
  useEffect(() => {
    if (timeZone !== assumed.timeZone) writeCookie(TIME_ZONE_COOKIE, timeZone);
  }, [timeZone, assumed.timeZone]);
  return { timeZone, today };
}

function subscribe(notify: () => void): () => void {
  const timer = setInterval(notify, CHECK_EVERY_MS);
  document.addEventListener("visibilitychange", notify);
  return () => {
    clearInterval(timer);
    document.removeEventListener("visibilitychange", notify);
  };
}

function readTimeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

function readToday(): string {
  return formatDay(new Date(), readTimeZone());
}
