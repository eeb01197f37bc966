import type { Fraction } from "./fraction.ts";

/** A decimal that ends is shown whole up to so many places. */
const PLACES_MAX = 40;
/** A decimal that never ends is rounded to so many digits. */
const DIGITS = 20;

/** A number in decimal digits. What is not all of it is rounded, half away from zero, and says so. Pure. */
export function formatFraction(value: Fraction, isExact: boolean): string {
  if (value.over < 0n) return `-${formatFraction(value.negate(), isExact)}`;
  if (!isExact) return `${roundTo(value, 15)} (rounded)`;
  const places = countPlaces(value.under);
  if (places === null || places > PLACES_MAX) return `${roundTo(value, DIGITS)} (rounded)`;
  return point(((value.over * 10n ** BigInt(places)) / value.under).toString(), places);
}

/** How many decimal places it takes to write something over `under`; null: it never ends. */
function countPlaces(under: bigint): number | null {
  let rest = under;
  let [twos, fives] = [0, 0];
  for (; rest % 2n === 0n; twos += 1) rest /= 2n;
  for (; rest % 5n === 0n; fives += 1) rest /= 5n;
  return rest === 1n ? Math.max(twos, fives) : null;
}

function roundTo({ over, under }: Fraction, digits: number): string {
  if (over === 0n) return "0";
  let exponent = over.toString().length - under.toString().length;
  if (over * tenTo(-exponent) < under * tenTo(exponent)) exponent -= 1;
  const shift = digits - 1 - exponent;
  const [up, down] = [over * tenTo(shift), under * tenTo(-shift)];
  const rounded = ((2n * up + down) / (2n * down)).toString();
  if (rounded.length > digits) exponent += 1;
  const significant = rounded.slice(0, digits);
  if (exponent >= digits || exponent < -7) return `${trim(point(significant, digits - 1))}e${exponent}`;
  return trim(point(significant, digits - 1 - exponent));
}

/** Ten to the power, 1 where that is negative. */
function tenTo(power: number): bigint {
  return power > 0 ? 10n ** BigInt(power) : 1n;
}

function point(digits: string, places: number): string {
  if (places === 0) return digits;
  const padded = digits.padStart(places + 1, "0");
  return `${padded.slice(0, -places)}.${padded.slice(-places)}`;
}

function trim(decimal: string): string {
  return decimal.includes(".") ? decimal.replace(/\.?0+$/, "") : decimal;
}
