/** The cookie that tells the server in which time zone the person lives. */
export const TIME_ZONE_COOKIE = "time-zone";
