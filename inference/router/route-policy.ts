/** What counts where several candidates could answer, and which models may stand in for the one that was asked for. */
export type RoutePolicy = {
  /** `cheap`: the price before all else. `fast`: the time to the first token alone. `balanced`: both. */
  prefer: "balanced" | "cheap" | "fast";
  /** In the order in which they are asked, after every deployment of the model itself. */
  fallbackModelIds: readonly string[];
};
