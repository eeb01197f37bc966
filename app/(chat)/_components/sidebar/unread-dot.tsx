/** A small dot on a conversation in which an answer ended that the person has not seen. */
export function UnreadDot({ label }: { label: string }) {
  return (
    <span className="ms-auto flex shrink-0 pe-1">
      <span className="size-2 rounded-full bg-accent" />
      <span className="sr-only">{label}</span>
    </span>
  );
}
