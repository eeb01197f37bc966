/** What a block bears up to which Anthropic keeps the request in its cache. */
export type CacheMarker = { cache_control?: { type: "ephemeral" } };

/** Up to here, for five minutes from the last use on. Prefixes too short to be worth it Anthropic passes over. */
export const CACHE_HERE: CacheMarker = { cache_control: { type: "ephemeral" } };
