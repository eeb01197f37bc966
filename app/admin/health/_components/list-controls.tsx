"use client";

import { Download } from "lucide-react";
import type { HealthView } from "#contracts/deployment-health.ts";
import { useText } from "#app/_i18n/text-provider.tsx";
import { IconButton } from "#app/_ui/icon-button.tsx";
import { CheckField } from "../../_components/check-field.tsx";
import { SearchField } from "../../_components/search-field.tsx";
import { SelectField } from "../../_components/select-field.tsx";
import { downloadText } from "../../_lib/download-text.ts";
import { healthCsv } from "../_lib/health-csv.ts";
import { DEPLOYMENT_ORDERS, type DeploymentOrder } from "../_lib/order-deployments.ts";

/** What of the deployments is shown, and how. */
export type ListChoice = { wanted: string; order: DeploymentOrder; look: "list" | "table"; isTroubleOnly: boolean };

type ListControlsProps = {
  choice: ListChoice;
  onChange: (choice: ListChoice) => void;
  troubleCount: number;
  view: HealthView;
};

/** Finds, narrows and sorts deployments, shows them as numbers, and hands them out as a file. */
export function ListControls({ choice, onChange, troubleCount, view }: ListControlsProps) {
  const text = useText();
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <SearchField
        label={text("admin.health.find")}
        value={choice.wanted}
        onChange={(wanted) => onChange({ ...choice, wanted })}
      />
      <CheckField
        label={text("admin.health.troubleOnly", { count: troubleCount })}
        isChecked={choice.isTroubleOnly}
        onChange={(isTroubleOnly) => onChange({ ...choice, isTroubleOnly })}
      />
      <CheckField
        label={text("admin.health.asTable")}
        isChecked={choice.look === "table"}
        onChange={(isTable) => onChange({ ...choice, look: isTable ? "table" : "list" })}
      />
      <div className="flex @2xl:ms-auto items-center gap-2">
        <SelectField
          label={text("admin.health.order")}
          isLabelHidden
          value={choice.order}
          options={DEPLOYMENT_ORDERS.map((value) => ({ value, label: text(`admin.health.order.${value}`) }))}
          onChange={(order) => onChange({ ...choice, order })}
        />
        <IconButton
          label={text("admin.csv")}
          onClick={() => downloadText("health.csv", "text/csv;charset=utf-8", healthCsv(view))}
        >
          <Download size={16} />
        </IconButton>
      </div>
    </div>
  );
}
