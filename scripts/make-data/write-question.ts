import { CIRCUMSTANCES } from "./circumstances.ts";
import type { Random } from "./random.ts";
import type { Topic } from "./topic.ts";

const END = /[.?!。？؟]$/;

/** What a person writes at a place of a conversation: mostly a line, now and then with something long pasted behind it. */
export function writeQuestion(random: Random, topic: Topic, isFirst: boolean): string {
  const question = random.pick(isFirst ? topic.questions : topic.followUps);
  const line = random.isLucky(0.6)
    ? `${question}${END.test(question) ? "" : "."} ${random.pick(CIRCUMSTANCES[topic.language])}`
    : question;
  if (!random.isLucky(0.06)) return line;
  const pasted = Array.from({ length: random.integer(3, 12) }, () => random.pick(topic.sentences)).join(" ");
  return topic.code && random.isLucky(0.5)
    ? `${line}\n\n\`\`\`${topic.code.language}\n${topic.code.text}\n\`\`\``
    : `${line}\n\n${pasted}`;
}
