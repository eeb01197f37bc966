import type { Blow, ClientPlan, Plan, Step } from "./plan.ts";

const TEXT_SHOWN = 24;

/** The plan in lines for a person: who does what, and what is done to whom. */
export function describePlan(plan: Plan): string {
  const whose = plan.conversations.map(({ account }, index) => `${index} of account ${account}`);
  return [
    `seed ${plan.seed}: ${plan.accounts} accounts, conversations ${whose.join(", ")}`,
    ...plan.clients.map(describeClient),
    ...plan.blows.map((blow) => `  ! ${describeBlow(blow)}`),
  ].join("\n");
}

/** One blow in a few words. */
function describeBlow(blow: Blow): string {
  const { atMs, kind } = blow;
  const target = "target" in blow ? ` ${blow.target}` : "";
  const how = "how" in blow ? ` (${blow.how})` : "";
  const duration = "durationMs" in blow ? ` for ${blow.durationMs} ms` : "";
  return `${atMs} ms: ${kind}${target}${how}${duration}`;
}

function describeClient({ name, account, conversations, realtime, steps }: ClientPlan): string {
  const place = `account ${account}, looks at ${conversations.join(" and ")}, begins at realtime-${realtime + 1}`;
  return [`  ${name} (${place})`, ...steps.map((step) => `    ${describeStep(step)}`)].join("\n");
}

function describeStep(step: Step): string {
  const { atMs, action } = step;
  const words = [
    "conversation" in step ? ` in ${step.conversation}` : "",
    "way" in step ? ` by ${step.way}` : "",
    "how" in step ? ` (${step.how})` : "",
    "awayMs" in step ? ` for ${step.awayMs} ms` : "",
    "modelName" in step ? ` with ${step.modelName}` : "",
    "text" in step ? ` "${step.text.slice(0, TEXT_SHOWN)}..."` : "",
  ];
  return `${atMs} ms: ${action}${words.join("")}`;
}
