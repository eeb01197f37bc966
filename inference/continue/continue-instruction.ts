/**
 * What a model is told, as the person's turn behind its unfinished answer, so that it goes on. A
 * turn of the person because Claude from 4.6 on refuses a conversation that ends with its own words.
 * It is told to repeat its last words: a model that must not repeat drops the blank or the line
 * break that it would have begun with, and repeated words show where the two pieces meet.
 */
export const CONTINUE_INSTRUCTION = [
  "Your answer above broke off because the connection was lost. Go on with it from exactly the place where it stops:",
  "in the same language and tone, and inside the same sentence, list, table or block of code.",
  "Begin by repeating its last ten to fifteen words letter for letter, so that the two pieces can be joined, and write on from there.",
  "Write no introduction and no apology, open no code block that is open already, and do not start over.",
  "If nothing is missing, repeat only those last words.",
].join(" ");
