/** The texts of the conversation page, in German; sorted by key. */
export const chat = {
  "chat.newTitle": "Neue Unterhaltung",
};
