import { AppError } from "#server/errors.ts";
import { Fraction } from "./fraction.ts";

/** A number, and whether it is exactly what was asked for. */
export type Amount = { value: Fraction; isExact: boolean };

type Rule = (...given: Fraction[]) => Amount;
type CalculatorFunction = { arity: [least: number, most: number]; apply: Rule };

/** More digits than this a root that never ends does not get. */
const ROOT_SCALE = 10n ** 40n;
/** The largest whole number whose factorial is told. */
const FACTORIAL_MAX = 400n;

/** What an expression may call, by name. Angles are in radians. */
export const CALCULATOR_FUNCTIONS: ReadonlyMap<string, CalculatorFunction> = new Map<string, CalculatorFunction>([
  ["abs", of(1, (x) => exact(x.over < 0n ? x.negate() : x))],
  ["floor", of(1, (x) => exact(x.floor()))],
  ["ceil", of(1, (x) => exact(x.negate().floor().negate()))],
  ["trunc", of(1, (x) => exact(x.over < 0n ? x.negate().floor().negate() : x.floor()))],
  ["round", { arity: [1, 2], apply: (x, places) => exact(round(x ?? ZERO, places ?? ZERO)) }],
  ["min", { arity: [1, 100], apply: (...all) => exact(all.reduce((a, b) => (a.compare(b) <= 0 ? a : b))) }],
  ["max", { arity: [1, 100], apply: (...all) => exact(all.reduce((a, b) => (a.compare(b) >= 0 ? a : b))) }],
  ["factorial", of(1, (x) => exact(factorial(x)))],
  ["sqrt", of(1, squareRoot)],
  ["cbrt", of(1, rounded(Math.cbrt))],
  ["exp", of(1, rounded(Math.exp))],
  ["ln", of(1, rounded(Math.log))],
  ["log2", of(1, rounded(Math.log2))],
  ["log10", of(1, rounded(Math.log10))],
  ["sin", of(1, rounded(Math.sin))],
  ["cos", of(1, rounded(Math.cos))],
  ["tan", of(1, rounded(Math.tan))],
  ["asin", of(1, rounded(Math.asin))],
  ["acos", of(1, rounded(Math.acos))],
  ["atan", of(1, rounded(Math.atan))],
]);

const ZERO = new Fraction(0n);

/** The processor's number that is nearest, about 16 digits. */
export function toNumber({ over, under }: Fraction): number {
  const shift = under.toString().length - over.toString().length + 20;
  const scaled = shift > 0 ? (over * 10n ** BigInt(shift)) / under : over / (under * 10n ** BigInt(-shift));
  return Number(`${scaled}e${-shift}`);
}

function of(arity: number, apply: (x: Fraction) => Amount): CalculatorFunction {
  return { arity: [arity, arity], apply: (x) => apply(x ?? ZERO) };
}

function exact(value: Fraction): Amount {
  return { value, isExact: true };
}

function rounded(apply: (x: number) => number): (x: Fraction) => Amount {
  return (x) => ({ value: Fraction.fromNumber(apply(toNumber(x))), isExact: false });
}

function round(x: Fraction, places: Fraction): Fraction {
  if (!places.isWhole || places.over > 40n || places.over < -40n) {
    throw refuse("round takes a whole number of places, from -40 to 40.");
  }
  const scale = new Fraction(10n).power(places.over);
  const size = x.over < 0n ? x.negate() : x;
  const cut = size.multiply(scale).add(new Fraction(1n, 2n)).floor().divide(scale);
  return x.over < 0n ? cut.negate() : cut;
}

function squareRoot(x: Fraction): Amount {
  if (x.over < 0n) throw refuse("There is no square root of a negative number here.");
  const [over, under] = [wholeRoot(x.over), wholeRoot(x.under)];
  if (over * over === x.over && under * under === x.under) return exact(new Fraction(over, under));
  const root = wholeRoot((x.over * ROOT_SCALE * ROOT_SCALE) / x.under);
  return { value: new Fraction(root, ROOT_SCALE), isExact: false };
}

/** The whole part of the root, by Newton's method from above. */
function wholeRoot(square: bigint): bigint {
  if (square < 2n) return square;
  let root = 1n << BigInt((square.toString(2).length / 2 + 1) | 0);
  for (;;) {
    const next = (root + square / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}

function factorial(x: Fraction): Fraction {
  if (!x.isWhole || x.over < 0n || x.over > FACTORIAL_MAX) {
    throw refuse(`A factorial takes a whole number from 0 to ${FACTORIAL_MAX}.`);
  }
  let product = 1n;
  for (let factor = 2n; factor <= x.over; factor += 1n) product *= factor;
  return new Fraction(product);
}

function refuse(userMessage: string): AppError {
  return new AppError("invalid-input", { userMessage });
}
