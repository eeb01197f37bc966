import { DatabaseError } from "pg";

/**
 * True where the database refuses what a row says (SQLSTATE classes 22 and 23), or two rows that one statement may not
 * write together (21), so that other rows may still pass.
 */
export function isRowFault(error: unknown): boolean {
  return error instanceof DatabaseError && /^2[123]/.test(error.code ?? "");
}

/**
 * True where the same transaction may succeed now: the connection broke (no SQLSTATE, class 08, 57P),
 * or it lost against another one (class 40).
 */
export function isWorthRepeating(error: unknown): boolean {
  if (!(error instanceof DatabaseError)) return true;
  return /^(08|40|57P)/.test(error.code ?? "");
}
