import type { Standing } from "../_lib/judge-deployment.ts";

const LOOKS: Record<Standing, string> = {
  well: "rounded-full bg-success",
  // Half filled: one call at a time may try it.
  "half-open": "rounded-full border-2 border-warning bg-linear-to-t from-warning from-50% to-transparent to-50%",
  resting: "rounded-full bg-warning",
  outlier: "rounded-full bg-warning",
  failing: "rounded-full bg-danger",
  // A square: what matters most is told by its form as well.
  open: "rounded-[2px] bg-danger",
  draining: "rounded-full border-2 border-line-strong",
  off: "rounded-full bg-line-strong",
};

/** The state of a deployment as a mark before its name; the words beside it say the same. */
export function StandingMark({ standing }: { standing: Standing }) {
  return <span aria-hidden className={`inline-block size-2.5 shrink-0 ${LOOKS[standing]}`} />;
}
