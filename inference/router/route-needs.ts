/** What one request needs of whoever answers it. */
export type RouteNeeds = {
  /** As many tokens as the request is thought to have. */
  inputTokens: number;
  images: boolean;
  tools: boolean;
  structure: boolean;
  /** The tier of the person who asks; null where there are none. */
  tier: string | null;
  /** The region that must not be left; null where any will do. */
  region: string | null;
};
