const HERE = "http://here.invalid";

/** Where to go after signing in: a path of ours as it was asked for, else the start page. Never another site. */
export function safeReturnPath(asked: string | string[] | undefined): string {
  if (typeof asked !== "string" || !asked.startsWith("/") || !URL.canParse(asked, HERE)) return "/";
  const { origin, pathname, search, hash } = new URL(asked, HERE);
  // "/.//elsewhere" becomes "//elsewhere", which names another site.
  return origin === HERE && !pathname.startsWith("//") ? pathname + search + hash : "/";
}
