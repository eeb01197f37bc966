/** The parts of the catalogue that the page shows, one at a time. */
export const TABS = ["models", "aliases", "deployments", "history"] as const;
export type Tab = (typeof TABS)[number];

/** The part that an address asks for; the models where it asks for none that there is. */
export function parseTab(show: unknown): Tab {
  return TABS.find((tab) => tab === show) ?? "models";
}
