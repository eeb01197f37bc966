"use client";

import type { HealthError } from "#contracts/deployment-health.ts";
import { useText } from "#app/_i18n/text-provider.tsx";
import { Ago } from "./ago.tsx";

/** The last calls that failed: when, as what, in the provider's own words, and under which name it can be asked about them. */
export function ErrorList({ errors, at }: { errors: readonly HealthError[]; at: number }) {
  const text = useText();
  if (errors.length === 0) return <p className="text-ui text-ink-soft">{text("admin.health.noErrors")}</p>;
  return (
    <section className="flex flex-col gap-1">
      <h3 className="text-sm font-medium">{text("admin.health.lastErrors")}</h3>
      <ul className="flex flex-col [&>*+*]:border-t [&>*+*]:border-line">
        {errors.map((error, index) => (
          <li key={`${error.at}-${error.requestId ?? index}`} className="flex flex-col gap-0.5 py-2 text-sm">
            <p className="flex flex-wrap justify-between gap-x-4">
              <span className="font-medium text-ink">
                {text(`admin.failure.${error.code}`)}
                {error.status === null ? null : (
                  <span className="font-normal text-ink-soft"> · HTTP {error.status}</span>
                )}
              </span>
              <span className="text-ink-faint">
                <Ago moment={error.at} at={at} />
              </span>
            </p>
            <p className="break-words text-ink-soft">{error.message}</p>
            {error.requestId === null ? null : (
              <p className="text-ink-faint">
                {text("admin.health.requestId")}{" "}
                <code className="font-mono text-xs break-all text-ink-soft select-all">{error.requestId}</code>
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
