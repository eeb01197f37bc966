/** Where to go after signing in: a path of ours as it was asked for, else the start page. Never another site. */
export function safeReturnPath(asked: string | string[] | undefined): string {
  if (typeof asked !== "string" || !asked.startsWith("/") || /^\/[/\\]/.test(asked)) return "/";
  const target = new URL(asked, "http://here.invalid");
  return target.origin === "http://here.invalid" ? target.pathname + target.search + target.hash : "/";
}
