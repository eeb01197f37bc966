/** The texts of the conversation page, in English; sorted by key. */
export const chat = {
  "chat.newTitle": "New conversation",
};
