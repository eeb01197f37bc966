/** The texts of the command palette and the list of shortcuts, in English; sorted by key. */
export const palette = {
  "palette.empty": "Nothing matches. Try another word.",
  "palette.groupActions": "Actions",
  "palette.groupAppearance": "Appearance and language",
  "palette.groupConversations": "Conversations",
  "palette.groupModels": "Models for new chats",
  "palette.groupSettings": "Settings",
  "palette.language": "Language: {language}",
  "palette.modelChosen": "New chats start with {model}.",
  "palette.placeholder": "Type a command or a title",
  "palette.shortcuts": "Keyboard shortcuts",
  "palette.theme": "Appearance: {theme}",
  "palette.title": "Command palette",
  "palette.toggleSidebar": "Show or hide the sidebar",
};
