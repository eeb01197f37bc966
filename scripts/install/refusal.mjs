/** Why the instance does not start: one sentence that says what to do. Printed without a stack; exit code 1. */
export class Refusal extends Error {
  name = "Refusal";
}
