import {
  HEALTH_MINUTES,
  type DeploymentHealth,
  type HealthSeries,
  type HealthView,
} from "#contracts/deployment-health.ts";

/** When the views of tests are put together: in the middle of a minute. */
export const AT = Date.UTC(2026, 10, 24, 10, 30, 30);

/** A series in which each minute has 10 calls that all went well; values given stand at its end. */
export function testSeries(ends: Partial<HealthSeries> = {}): HealthSeries {
  const endWith = <Value>(usual: Value, end: readonly Value[] = []): Value[] => [
    ...Array.from({ length: HEALTH_MINUTES - end.length }, () => usual),
    ...end,
  ];
  return {
    calls: endWith(10, ends.calls),
    errorShare: endWith<number | null>(0, ends.errorShare),
    firstTokenP50Ms: endWith<number | null>(400, ends.firstTokenP50Ms),
    firstTokenP95Ms: endWith<number | null>(1_200, ends.firstTokenP95Ms),
  };
}

/** A deployment that does well, but for what is given. */
export function testHealth(given: Partial<DeploymentHealth> = {}): DeploymentHealth {
  return {
    id: "3b241101-e2bb-4255-8caf-4136c566a962",
    modelId: "gpt-5",
    modelLabel: "GPT-5",
    connectionLabel: "OpenAI",
    modelName: "gpt-5",
    region: null,
    state: "on",
    breaker: { state: "closed", openUntil: null, restUntil: null, isOutlier: false, why: null },
    counts: { calls: 50, failed: 0, retried: 0, hedged: 0, failedOver: 0 },
    firstTokenP50Ms: 400,
    firstTokenP95Ms: 1_200,
    inFlight: 0,
    series: testSeries(),
    errors: [],
    probes: [],
    machine: null,
    ...given,
  };
}

/** What the page gets of these deployments. */
export function testView(deployments: readonly DeploymentHealth[]): HealthView {
  const sum = (pick: (health: DeploymentHealth) => number) => deployments.reduce((total, one) => total + pick(one), 0);
  return {
    at: AT,
    deployments: [...deployments],
    totals: {
      counts: {
        calls: sum(({ counts }) => counts.calls),
        failed: sum(({ counts }) => counts.failed),
        retried: 0,
        hedged: 0,
        failedOver: 0,
      },
      firstTokenP50Ms: 400,
      firstTokenP95Ms: 1_200,
      inFlight: 0,
      series: testSeries(),
    },
  };
}
