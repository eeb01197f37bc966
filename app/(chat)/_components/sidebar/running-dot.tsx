/** A small dot that lives while an answer is being written. */
export function RunningDot({ label }: { label: string }) {
  return (
    <span className="ms-auto flex shrink-0 pe-1">
      <span className="size-1.5 animate-pulse rounded-full bg-accent" />
      <span className="sr-only">{label}</span>
    </span>
  );
}
