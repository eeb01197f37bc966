/** How much a button asks for: `primary` at most once in a view, `danger` for what takes something away. */
export type ButtonTone = "primary" | "secondary" | "quiet" | "danger";

const BASE =
  "inline-flex items-center justify-center gap-2 rounded-sm text-ui font-medium select-none whitespace-nowrap transition-colors duration-100 disabled:opacity-50 aria-disabled:opacity-50 min-h-8 px-3 py-1.5 coarse:min-h-11 coarse:px-4";

const TONES: Record<ButtonTone, string> = {
  primary: "bg-accent text-on-accent hover:not-disabled:bg-accent-strong",
  secondary: "border border-line bg-raised text-ink hover:not-disabled:bg-hover",
  quiet: "text-ink-soft hover:not-disabled:bg-hover hover:not-disabled:text-ink",
  danger: "border border-line bg-raised text-danger hover:not-disabled:bg-danger-soft",
};

/** The classes of everything that looks like a button, links included. */
export function buttonLook(tone: ButtonTone, isWide = false): string {
  return `${BASE} ${TONES[tone]}${isWide ? " w-full" : ""}`;
}
