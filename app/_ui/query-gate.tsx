"use client";

import type { ReactNode } from "react";
import { useText } from "#app/_i18n/text-provider.tsx";
import { Button } from "./button.tsx";
import { InlineError } from "./inline-error.tsx";
import { Skeleton } from "./skeleton.tsx";

type QueryGateProps<Data> = {
  query: { data: Data | undefined; isError: boolean; refetch: () => unknown };
  /** The sentence for when it cannot be loaded. */
  failure: string;
  children: (data: Data) => ReactNode;
};

/** Shows what was asked for once it is there, until then a skeleton, and a way to try again after a failure. */
export function QueryGate<Data>({ query, failure, children }: QueryGateProps<Data>) {
  const text = useText();
  if (query.data !== undefined) return children(query.data);
  if (!query.isError) return <Skeleton lines={4} label={text("common.loading")} />;
  return (
    <InlineError action={<Button onClick={() => void query.refetch()}>{text("common.tryAgain")}</Button>}>
      {failure}
    </InlineError>
  );
}
