type Box = { width: number; height: number; max: number };

/** Of a step, so much is left empty between two bars. */
const GAP = 0.25;

/** The path of bars that stand on the ground, one value in each equal step. Zero is no bar; more than nothing is at least `least` high. */
export function barPath(values: readonly number[], { width, height, max }: Box, least = 0): string {
  const step = width / values.length;
  return values
    .map((value, index) => {
      if (value <= 0) return "";
      const tall = Math.min(height, Math.max(least, (value / (max || 1)) * height));
      return `M${round((index + GAP / 2) * step)} ${height}v${round(-tall)}h${round(step * (1 - GAP))}v${round(tall)}z`;
    })
    .join("");
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
