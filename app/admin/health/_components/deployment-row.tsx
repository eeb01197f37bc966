"use client";

import { ChevronRight } from "lucide-react";
import { useId } from "react";
import type { DeploymentHealth } from "#contracts/deployment-health.ts";
import type { DeploymentState } from "#contracts/catalogue-document.ts";
import { useText } from "#app/_i18n/text-provider.tsx";
import { describeStanding } from "../_lib/describe-standing.ts";
import { isTrouble } from "../_lib/is-trouble.ts";
import { judgeDeployment } from "../_lib/judge-deployment.ts";
import { DeploymentDetails } from "./deployment-details.tsx";
import { DeploymentGlance } from "./deployment-glance.tsx";
import { StandingMark } from "./standing-mark.tsx";
import { StateSelect } from "./state-select.tsx";

type DeploymentRowProps = {
  health: DeploymentHealth;
  /** The server's clock, in milliseconds since 1970. */
  at: number;
  isOpen: boolean;
  onToggle: () => void;
  onState: (state: DeploymentState) => void;
};

/** One deployment in a line: what it is, how it stands, half an hour of it, and its switch. Open, everything that is known. */
export function DeploymentRow({ health, at, isOpen, onToggle, onState }: DeploymentRowProps) {
  const text = useText();
  const detailsId = useId();
  const standing = judgeDeployment(health, at);
  const place = [health.connectionLabel, health.region, health.modelName].filter(Boolean).join(" · ");
  return (
    <li className="flex flex-col gap-4 py-3.5">
      <div className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-6 gap-y-3 @3xl:grid-cols-[minmax(0,1.35fr)_minmax(0,2fr)_auto]">
        <button
          type="button"
          aria-expanded={isOpen}
          aria-controls={detailsId}
          onClick={onToggle}
          className="group -ms-2 flex min-h-10 items-start gap-2.5 rounded-sm px-2 py-1 text-start hover:bg-hover coarse:min-h-11"
        >
          <span className="flex h-5 items-center">
            <StandingMark standing={standing} />
          </span>
          <span className="flex min-w-0 flex-1 flex-col">
            <span className="flex items-center gap-1 text-ui font-medium">
              <span className="truncate">{health.modelLabel}</span>
              <ChevronRight
                size={14}
                aria-hidden
                className={`shrink-0 text-ink-faint transition-transform duration-100 rtl:-scale-x-100 ${isOpen ? "rotate-90" : ""}`}
              />
            </span>
            <span className="text-sm break-words text-ink-soft">{place}</span>
            <span
              className={
                standing === "well" ? "sr-only" : `text-sm ${isTrouble(standing) ? "text-ink" : "text-ink-faint"}`
              }
            >
              {describeStanding(health, at, text)}
            </span>
          </span>
        </button>
        <div className="order-last col-span-2 @3xl:order-none @3xl:col-span-1">
          <DeploymentGlance health={health} />
        </div>
        <StateSelect health={health} onChange={onState} />
      </div>
      <div id={detailsId} hidden={!isOpen}>
        {isOpen ? <DeploymentDetails health={health} at={at} /> : null}
      </div>
    </li>
  );
}
