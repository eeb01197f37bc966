import { AppError } from "#server/errors.ts";

/** Larger numbers are refused, so that no expression takes longer than some milliseconds: about 1,200 digits. */
const BITS_MAX = 4_096;
/** No power with a larger exponent has so few digits, unless its base is 0 or 1. */
const EXPONENT_MAX = 4_096n;

/** A number that is exactly what it says: a whole one over a whole one, in lowest terms, the lower one positive. Throws AppError where it would be too large. */
export class Fraction {
  readonly over: bigint;
  readonly under: bigint;

  constructor(over: bigint, under = 1n) {
    if (under === 0n) throw refuse("That divides by zero.");
    const divisor = under === 1n ? 1n : gcd(over < 0n ? -over : over, under < 0n ? -under : under);
    const sign = under < 0n ? -1n : 1n;
    this.over = (sign * over) / divisor;
    this.under = (sign * under) / divisor;
    if (isTooLarge(this.over) || isTooLarge(this.under)) throw refuse("A number in it is too large.");
  }

  /** The number that a decimal like `12.50` or `1.5e-3` says. */
  static parse(text: string): Fraction {
    const [, whole = "", decimals = "", exponentText = "0"] = /^(\d*)\.?(\d*)(?:e([+-]?\d+))?$/i.exec(text) ?? [];
    const exponent = Number(exponentText) - decimals.length;
    if (Math.abs(exponent) > BITS_MAX) throw refuse("A number in it is too large.");
    const digits = BigInt(whole + decimals);
    return exponent < 0
      ? new Fraction(digits, 10n ** BigInt(-exponent))
      : new Fraction(digits * 10n ** BigInt(exponent));
  }

  /** The shortest decimal of what the processor's numbers say, about 16 digits. */
  static fromNumber(value: number): Fraction {
    if (!Number.isFinite(value)) throw refuse("Its result is not a number, or too large.");
    const size = Fraction.parse(String(Math.abs(value)));
    return value < 0 ? size.negate() : size;
  }

  get isWhole(): boolean {
    return this.under === 1n;
  }

  add(other: Fraction): Fraction {
    return new Fraction(this.over * other.under + other.over * this.under, this.under * other.under);
  }

  negate(): Fraction {
    return new Fraction(-this.over, this.under);
  }

  subtract(other: Fraction): Fraction {
    return this.add(other.negate());
  }

  multiply(other: Fraction): Fraction {
    return new Fraction(this.over * other.over, this.under * other.under);
  }

  divide(other: Fraction): Fraction {
    return new Fraction(this.over * other.under, this.under * other.over);
  }

  /** This to the power of a whole number, a negative one included. */
  power(exponent: bigint): Fraction {
    const size = exponent < 0n ? -exponent : exponent;
    if (size > EXPONENT_MAX && !isUnit(this.over) && !isUnit(this.under)) throw refuse("A number in it is too large.");
    if (bitsOf(this.over) * Number(size) > 2 * BITS_MAX && !isUnit(this.over))
      throw refuse("A number in it is too large.");
    if (bitsOf(this.under) * Number(size) > 2 * BITS_MAX && !isUnit(this.under))
      throw refuse("A number in it is too small.");
    const [over, under] = [raise(this.over, size), raise(this.under, size)];
    return exponent < 0n ? new Fraction(under, over) : new Fraction(over, under);
  }

  /** The next whole number at or below this one. */
  floor(): Fraction {
    const cut = this.over / this.under;
    return new Fraction(this.over < 0n && cut * this.under !== this.over ? cut - 1n : cut);
  }

  /** Negative, zero or positive, as this is below, at or above the other. */
  compare(other: Fraction): number {
    const difference = this.over * other.under - other.over * this.under;
    return difference < 0n ? -1 : difference > 0n ? 1 : 0;
  }
}

function raise(base: bigint, exponent: bigint): bigint {
  if (base === 1n || base === 0n) return exponent === 0n ? 1n : base;
  if (base === -1n) return exponent % 2n === 0n ? 1n : -1n;
  return base ** exponent;
}

function isUnit(value: bigint): boolean {
  return value === 0n || value === 1n || value === -1n;
}

function isTooLarge(value: bigint): boolean {
  return BigInt.asIntN(BITS_MAX, value) !== value;
}

function bitsOf(value: bigint): number {
  return value.toString(16).length * 4;
}

function gcd(a: bigint, b: bigint): bigint {
  let [larger, smaller] = [a, b];
  while (smaller !== 0n) [larger, smaller] = [smaller, larger % smaller];
  return larger;
}

function refuse(userMessage: string): AppError {
  return new AppError("invalid-input", { userMessage });
}
