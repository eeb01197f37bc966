/** The texts of the connections page, in English; sorted by key. */
export const connections = {
  "connections.title": "Connections",
};
