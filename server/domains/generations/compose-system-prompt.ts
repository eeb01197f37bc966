/** What every model is told first; `now` down to the day, so that providers can cache it. */
export function composeSystemPrompt(customInstructions: string, now: Date): string {
  const base = `You are a helpful assistant in a chat. Your answers are shown as Markdown: put code into fenced blocks that name their language, and write formulas in LaTeX between $ or $$. Today is ${now.toISOString().slice(0, 10)}.`;
  const wishes = customInstructions.trim();
  return wishes === "" ? base : `${base}\n\nThe person asks you to keep this in mind:\n\n${wishes}`;
}
