import type { ProcessKind } from "./process-plan.ts";
import type { SupervisedProcess } from "./supervise.ts";

/** Where processes of a kind take work: those that are ready; where none is, all that run, for one of them may be so by now. */
export function findPorts(processes: readonly SupervisedProcess[], kind: ProcessKind): number[] {
  const places = processes.flatMap((process) => (process.kind === kind ? (process.place() ?? []) : []));
  const ready = places.filter(({ isReady }) => isReady);
  return (ready.length > 0 ? ready : places).map(({ port }) => port);
}
