import { AppError } from "#server/errors.ts";
import { type Amount, CALCULATOR_FUNCTIONS, toNumber } from "./calculator-functions.ts";
import { formatFraction } from "./format-fraction.ts";
import { Fraction } from "./fraction.ts";
import { readSymbols } from "./read-symbols.ts";

/** Longer expressions are refused, and so are those that are nested deeper. */
const LENGTH_MAX = 1_000;
const DEPTH_MAX = 60;

const CONSTANTS: ReadonlyMap<string, number> = new Map([
  ["pi", Math.PI],
  ["e", Math.E],
]);

/**
 * The value of an arithmetic expression, in decimal digits: exact as long as whole numbers and decimals are added,
 * multiplied, divided and raised, and marked as rounded where it is. Pure, bounded in time. Throws AppError where
 * there is no value.
 */
export function calculate(expression: string): string {
  if (expression.length > LENGTH_MAX) throw refuse(`An expression has at most ${LENGTH_MAX} characters.`);
  const { value, isExact } = new Reader(readSymbols(expression)).readAll();
  return formatFraction(value, isExact);
}

/** Reads by precedence: sums, products, signs, powers, and what stands behind a number. */
class Reader {
  readonly #symbols: readonly string[];
  #at = 0;
  #depth = 0;

  constructor(symbols: readonly string[]) {
    this.#symbols = symbols;
  }

  readAll(): Amount {
    const amount = this.#readSum();
    if (this.#at < this.#symbols.length) throw refuse(`An operator is missing before "${this.#symbols[this.#at]}".`);
    return amount;
  }

  #take(...symbols: string[]): string | null {
    const next = this.#symbols[this.#at];
    if (next === undefined || !symbols.includes(next)) return null;
    this.#at += 1;
    return next;
  }

  #readSum(): Amount {
    let sum = this.#readProduct();
    for (let sign = this.#take("+", "-"); sign; sign = this.#take("+", "-")) {
      const next = this.#readProduct();
      sum = join(sum, next, sign === "+" ? sum.value.add(next.value) : sum.value.subtract(next.value));
    }
    return sum;
  }

  #readProduct(): Amount {
    let product = this.#readSigned();
    for (let sign = this.#take("*", "/", "mod"); sign; sign = this.#take("*", "/", "mod")) {
      const next = this.#readSigned();
      product = join(product, next, multiply(product.value, sign, next.value));
    }
    return product;
  }

  #readSigned(): Amount {
    this.#depth += 1;
    if (this.#depth > DEPTH_MAX) throw refuse("This is nested too deeply.");
    const sign = this.#take("-", "+");
    const amount = sign ? this.#readSigned() : this.#readPower();
    this.#depth -= 1;
    return sign === "-" ? { ...amount, value: amount.value.negate() } : amount;
  }

  #readPower(): Amount {
    const base = this.#readPostfix();
    return this.#take("^", "**") ? raise(base, this.#readSigned()) : base;
  }

  #readPostfix(): Amount {
    let amount = this.#readOperand();
    for (let sign = this.#take("!", "%"); sign; sign = this.#take("!", "%")) {
      if (sign === "%") amount = { ...amount, value: amount.value.divide(new Fraction(100n)) };
      else amount = call("factorial", [amount]);
    }
    return amount;
  }

  #readOperand(): Amount {
    const symbol = this.#symbols[this.#at];
    if (symbol === undefined) throw refuse("It ends where a number should stand.");
    this.#at += 1;
    if (/^[\d.]/.test(symbol)) return { value: Fraction.parse(symbol), isExact: true };
    if (symbol === "(") return this.#readGroup()[0];
    const constant = CONSTANTS.get(symbol);
    if (constant !== undefined) return { value: Fraction.fromNumber(constant), isExact: false };
    if (!/^[a-z]/.test(symbol)) throw refuse(`A number should stand where "${symbol}" is.`);
    if (!CALCULATOR_FUNCTIONS.has(symbol)) throw refuse(`There is no "${symbol}" here. ${known()}`);
    if (!this.#take("(")) throw refuse(`Put what ${symbol} is of into parentheses.`);
    return call(symbol, this.#readGroup(symbol));
  }

  #readGroup(name?: string): [Amount, ...Amount[]] {
    const amounts: [Amount, ...Amount[]] = [this.#readSum()];
    while (this.#take(",")) {
      if (name === undefined) throw refuse("Write numbers without a comma: 1234.5.");
      amounts.push(this.#readSum());
    }
    if (!this.#take(")")) throw refuse("A closing parenthesis is missing.");
    return amounts;
  }
}

function join(a: Amount, b: Amount, value: Fraction): Amount {
  return { value, isExact: a.isExact && b.isExact };
}

function multiply(a: Fraction, sign: string, b: Fraction): Fraction {
  if (sign === "*") return a.multiply(b);
  const quotient = a.divide(b);
  return sign === "/" ? quotient : a.subtract(b.multiply(quotient.floor()));
}

function raise(base: Amount, exponent: Amount): Amount {
  if (exponent.value.isWhole) return join(base, exponent, base.value.power(exponent.value.over));
  const isHalf = exponent.value.compare(new Fraction(1n, 2n)) === 0;
  if (isHalf) return { ...call("sqrt", [base]) };
  return { value: Fraction.fromNumber(toNumber(base.value) ** toNumber(exponent.value)), isExact: false };
}

function call(name: string, given: readonly Amount[]): Amount {
  const found = CALCULATOR_FUNCTIONS.get(name);
  const [least, most] = found?.arity ?? [0, 0];
  if (!found || given.length < least || given.length > most) throw refuse(`${name} takes another number of values.`);
  const { value, isExact } = found.apply(...given.map((amount) => amount.value));
  return { value, isExact: isExact && given.every((amount) => amount.isExact) };
}

function known(): string {
  return `Known are ${[...CALCULATOR_FUNCTIONS.keys(), ...CONSTANTS.keys(), "mod"].join(", ")}.`;
}

function refuse(userMessage: string): AppError {
  return new AppError("invalid-input", { userMessage });
}
