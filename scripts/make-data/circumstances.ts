/** What people add to a question, by language; it makes the same question sound different each time. */
export const CIRCUMSTANCES = {
  english: [
    "For a beginner, please.",
    "With one example.",
    "I have about an hour.",
    "It should be cheap.",
    "For a team of five.",
    "It worked last week.",
    "As short as you can.",
    "I tried the obvious things.",
  ],
  german: [
    "Bitte mit einem Beispiel.",
    "Möglichst kurz.",
    "Für Anfänger.",
    "Es soll heute noch fertig werden.",
    "Ich habe schon einiges versucht.",
  ],
  french: ["Avec un exemple.", "Le plus court possible.", "Pour débutants.", "Je dois le rendre demain."],
  japanese: ["例を一つお願いします。", "できるだけ短く。", "初心者向けに。", "明日までに必要です。"],
  arabic: ["مع مثال واحد.", "باختصار من فضلك.", "للمبتدئين.", "أحتاجه غداً."],
} as const;
