"use client";

import type { ReactNode } from "react";
import { Button } from "#app/_ui/button.tsx";
import { SearchField } from "../../_components/search-field.tsx";

type ListHeadProps = {
  findLabel: string;
  wanted: string;
  onFind: (wanted: string) => void;
  addLabel: string;
  onAdd: () => void;
  children?: ReactNode;
};

/** Over a list: find, narrow, and add one more. */
export function ListHead({ findLabel, wanted, onFind, addLabel, onAdd, children }: ListHeadProps) {
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <SearchField label={findLabel} value={wanted} onChange={onFind} />
      {children}
      <div className="ms-auto">
        <Button onClick={onAdd}>{addLabel}</Button>
      </div>
    </div>
  );
}
