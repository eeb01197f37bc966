const YEAR_SECONDS = 365 * 24 * 3600;

/** Remembers a choice of this browser for the server's next first paint. Nothing secret belongs in it. */
export function writeCookie(name: string, value: string | null): void {
  const age = value === null ? 0 : YEAR_SECONDS;
  document.cookie = `${name}=${encodeURIComponent(value ?? "")}; path=/; max-age=${age}; samesite=lax`;
}
