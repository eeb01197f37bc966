import type { DeploymentHealth, HealthView } from "#contracts/deployment-health.ts";
import type { Text } from "#app/_i18n/create-text.ts";
import { findSlowSince } from "./find-slow-since.ts";
import { isTrouble } from "./is-trouble.ts";
import { judgeDeployment } from "./judge-deployment.ts";
import { minuteAt } from "./minute-at.ts";
import { nameDeployment } from "./name-deployment.ts";

const NAMED_MAX = 3;

/** The page's answer in words: whether everything answers, what does not, what is slow, and what was taken out of use. */
export function describeHealth(view: HealthView, text: Text): string {
  const { at, deployments, totals } = view;
  const used = deployments.filter(({ state }) => state === "on");
  const troubled = used.filter((health) => isTrouble(judgeDeployment(health, at)));
  const sentences: string[] = [];
  if (troubled.length > 0) {
    const list = listOf(troubled, text, (health) => describeTrouble(health, at, text));
    sentences.push(text.plural("admin.health.troubled", troubled.length, { total: used.length, list }));
  } else if (used.length > 0) {
    const key = totals.counts.calls > 0 ? "admin.health.allWell" : "admin.health.allReady";
    sentences.push(text.plural(key, used.length));
  }
  const slow = used.filter((health) => !troubled.includes(health) && slowSince(health) !== null);
  if (slow.length > 0) sentences.push(describeSlow(slow, at, text));
  const unused = deployments.length - used.length;
  if (unused > 0) sentences.push(text.plural("admin.health.unused", unused));
  return sentences.join(" ");
}

/** Without the seconds that a pause still lasts: what changes all the time cannot be read. */
function describeTrouble(health: DeploymentHealth, at: number, text: Text): string {
  return `${nameDeployment(health)} (${text(`admin.health.brief.${judgeDeployment(health, at)}`)})`;
}

function describeSlow(slow: readonly DeploymentHealth[], at: number, text: Text): string {
  const minutes = slow.flatMap((health) => slowSince(health) ?? []);
  const time = new Date(minuteAt(at, Math.min(...minutes))).toLocaleTimeString(text.language, { timeStyle: "short" });
  return text("admin.health.slow", { list: listOf(slow, text, nameDeployment), time });
}

function slowSince({ series }: DeploymentHealth): number | null {
  return series && findSlowSince(series);
}

function listOf(all: readonly DeploymentHealth[], text: Text, name: (health: DeploymentHealth) => string): string {
  const more = all.length - NAMED_MAX;
  const names = all.slice(0, NAMED_MAX).map(name);
  const items = more > 0 ? [...names, text.plural("admin.health.more", more)] : names;
  return new Intl.ListFormat(text.language, { type: "conjunction" }).format(items);
}
