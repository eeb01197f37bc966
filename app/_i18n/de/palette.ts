/** The texts of the command palette and the list of shortcuts, in German; sorted by key. */
export const palette = {
  "palette.empty": "Nichts passt. Ein anderes Wort versuchen.",
  "palette.groupActions": "Aktionen",
  "palette.groupAppearance": "Erscheinungsbild und Sprache",
  "palette.groupConversations": "Unterhaltungen",
  "palette.groupModels": "Modelle für neue Chats",
  "palette.groupSettings": "Einstellungen",
  "palette.language": "Sprache: {language}",
  "palette.modelChosen": "Neue Chats beginnen mit {model}.",
  "palette.placeholder": "Befehl oder Titel eingeben",
  "palette.shortcuts": "Tastenkürzel",
  "palette.theme": "Erscheinungsbild: {theme}",
  "palette.title": "Befehle",
  "palette.toggleSidebar": "Seitenleiste ein- oder ausblenden",
};
