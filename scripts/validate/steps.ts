/** One step of `npm run validate`: the package.json script it runs and how its tests are counted. */
export type ValidationStep = { script: string; counts: "itself" | "vitest" | "playwright" };

/** In this order: what fails fastest comes first, and the pages are built before the browser opens them. */
export const VALIDATION_STEPS: readonly ValidationStep[] = [
  { script: "check:format", counts: "itself" },
  { script: "lint", counts: "itself" },
  { script: "types", counts: "itself" },
  { script: "dead", counts: "itself" },
  { script: "shape", counts: "itself" },
  { script: "check:client", counts: "itself" },
  { script: "check:configuration", counts: "itself" },
  { script: "check:lock", counts: "itself" },
  { script: "unit", counts: "vitest" },
  { script: "integration", counts: "vitest" },
  { script: "test:engines", counts: "vitest" },
  { script: "build", counts: "itself" },
  { script: "chaos:short", counts: "itself" },
  { script: "e2e", counts: "playwright" },
];
