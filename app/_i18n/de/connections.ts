/** The texts of the connections page, in German; sorted by key. */
export const connections = {
  "connections.title": "Verbindungen",
};
