/** Grey lines in the place of text that is on its way; they appear only when it takes longer than 200 ms. */
export function Skeleton({ lines, label }: { lines: number; label: string }) {
  return (
    <output aria-label={label} className="appear-late flex flex-col gap-3">
      {Array.from({ length: lines }, (_, index) => (
        <div
          key={index}
          className="h-4 animate-pulse rounded-sm bg-hover"
          style={{ inlineSize: `${88 - ((index * 23) % 45)}%` }}
        />
      ))}
    </output>
  );
}
