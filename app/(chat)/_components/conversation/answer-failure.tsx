"use client";

import type { ErrorCode } from "#contracts/error-codes.ts";
import type { Message, MessageError } from "#contracts/message.ts";
import { useText } from "#app/_i18n/text-provider.tsx";
import { InlineError } from "#app/_ui/inline-error.tsx";
import { LinkButton } from "#app/_ui/link-button.tsx";
import { describeMessageError } from "../../_lib/describe-message-error.ts";
import { ContinueButton } from "./continue-button.tsx";
import { NeedsConnection } from "./needs-connection.tsx";
import { OtherModelButton } from "./other-model-button.tsx";
import { TryAgainButton } from "./try-again-button.tsx";

/** Faults that a person repairs where the keys are. */
const CONNECTION_FAULTS: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  "provider-key-invalid",
  "provider-permission-denied",
  "provider-unreachable",
  "model-unavailable",
]);

/** What went wrong with an answer, where it happened, with the buttons that repair it. */
export function AnswerFailure({ answer, error, isLast }: { answer: Message; error: MessageError; isLast: boolean }) {
  const text = useText();
  return (
    <div className="my-2">
      <InlineError
        action={
          <span className="flex flex-wrap gap-2">
            {isLast ? <ContinueButton answer={answer} /> : null}
            {error.isRetryable ? <TryAgainButton answer={answer} /> : null}
            {CONNECTION_FAULTS.has(error.code) ? (
              <LinkButton href="/settings/connections">{text("chat.openConnections")}</LinkButton>
            ) : null}
            <OtherModelButton answer={answer} />
            <NeedsConnection />
          </span>
        }
      >
        {describeMessageError(error, text)}
      </InlineError>
    </div>
  );
}
