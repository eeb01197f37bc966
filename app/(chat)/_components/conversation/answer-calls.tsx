"use client";

import { useQuery } from "@tanstack/react-query";
import { useText } from "#app/_i18n/text-provider.tsx";
import { useTRPC } from "#app/_lib/trpc-client.ts";
import { QueryGate } from "#app/_ui/query-gate.tsx";
import { useModels } from "../../_hooks/use-models.ts";
import { answeringModelId } from "../../_lib/answering-model-id.ts";
import { modelLabel } from "../../_lib/model-label.ts";
import { AnswerCallItem } from "./answer-call-item.tsx";

type AnswerCallsProps = { chosenModelId: string | null; generationId: string };

/** Every call to a provider that an answer took, in order, and who really answered where another model was chosen. */
export function AnswerCalls({ chosenModelId, generationId }: AnswerCallsProps) {
  const text = useText();
  const trpc = useTRPC();
  const models = useModels();
  // An answer can be gone on with: what was true when it was opened last may be half of it.
  const query = useQuery(trpc.attempts.list.queryOptions({ generationId }, { staleTime: 0 }));
  return (
    <div className="pt-1 pb-1.5">
      <QueryGate query={query} failure={text("chat.makingFailed")}>
        {(calls) => {
          if (calls.length === 0) return <p className="text-sm text-ink-soft">{text("chat.makingUnknown")}</p>;
          const answeredBy = answeringModelId(calls, chosenModelId, models);
          return (
            <>
              {answeredBy === null || chosenModelId === null ? null : (
                <p className="mb-3 text-sm text-ink">
                  {text("chat.makingAnsweredBy", {
                    chosen: modelLabel(models, chosenModelId),
                    model: modelLabel(models, answeredBy),
                  })}
                </p>
              )}
              <ol className="flex flex-col gap-3">
                {calls.map((call, index) => (
                  <AnswerCallItem
                    key={call.id}
                    call={call}
                    isFirst={index === 0}
                    modelLabel={modelLabel(models, call.modelId)}
                  />
                ))}
              </ol>
            </>
          );
        }}
      </QueryGate>
    </div>
  );
}
