/** The cookie that remembers whether the sidebar is folded away: "closed", or nothing. */
export const SIDEBAR_COOKIE = "sidebar";
