/** The mark: voices taking turns. Drawn in the colour of the text, the answering voice in the accent. */
export function Mark({ size }: { size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" fill="none" aria-hidden strokeWidth={3} strokeLinecap="round">
      <path d="M4 6h10" stroke="currentColor" />
      <path d="M10 12h10" stroke="var(--color-accent)" />
      <path d="M4 18h6" stroke="currentColor" />
    </svg>
  );
}
