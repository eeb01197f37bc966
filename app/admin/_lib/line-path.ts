type Box = { width: number; height: number; max: number };

/** The path of a line through values, one in the middle of each equal step. Null is a gap; a value between two gaps is a short dash. */
export function linePath(values: readonly (number | null)[], { width, height, max }: Box): string {
  const step = width / values.length;
  const y = (value: number) => round(height - (Math.min(value, max) / (max || 1)) * height);
  return values
    .map((value, index) => {
      if (value === null) return "";
      const x = (index + 0.5) * step;
      if (isGap(values[index - 1])) {
        return isGap(values[index + 1])
          ? `M${round(x - step / 2)} ${y(value)}h${round(step)}`
          : `M${round(x)} ${y(value)}`;
      }
      return `L${round(x)} ${y(value)}`;
    })
    .join("");
}

function isGap(value: number | null | undefined): boolean {
  return value === null || value === undefined;
}

/** A tenth of a pixel is finer than a screen; more digits are only bytes. */
function round(value: number): number {
  return Math.round(value * 10) / 10;
}
