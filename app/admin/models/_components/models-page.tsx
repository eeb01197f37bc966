"use client";

import type { CatalogueView } from "#contracts/catalogue.ts";
import { useText } from "#app/_i18n/text-provider.tsx";
import { QueryGate } from "#app/_ui/query-gate.tsx";
import { AdminPage } from "../../_components/admin-page.tsx";
import { describeCatalogue } from "../_lib/describe-catalogue.ts";
import type { Tab } from "../_lib/tabs.ts";
import { AliasList } from "./alias-list.tsx";
import { CatalogueTabs } from "./catalogue-tabs.tsx";
import { DeploymentList } from "./deployment-list.tsx";
import { History } from "./history.tsx";
import { ModelList } from "./model-list.tsx";
import { useCatalogue } from "./use-catalogue.ts";

/** The catalogue: what models there are, who serves them, what they cost, and who changed what; for administrators. */
export function ModelsPage({ tab }: { tab: Tab }) {
  const text = useText();
  const catalogue = useCatalogue();
  const view = catalogue.data;
  return (
    <AdminPage
      title={text("admin.models.title")}
      answer={view ? describeCatalogue(view, text) : text("admin.models.body")}
    >
      <CatalogueTabs current={tab} />
      <QueryGate query={catalogue} failure={text("admin.models.loadFailed")}>
        {(loaded) => <Part tab={tab} view={loaded} />}
      </QueryGate>
    </AdminPage>
  );
}

function Part({ tab, view }: { tab: Tab; view: CatalogueView }) {
  switch (tab) {
    case "models":
      return <ModelList view={view} />;
    case "aliases":
      return <AliasList view={view} />;
    case "deployments":
      return <DeploymentList view={view} />;
    case "history":
      return <History view={view} />;
  }
}
