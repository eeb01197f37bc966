import type { Message } from "#contracts/message.ts";
import { isFaultyModel } from "./is-faulty-model.ts";

type Circumstances = { modelName: string; wasStopped: boolean; mayBeInterrupted: boolean };

/** What is wrong with the way in which an answer ended, or null: each end needs its reason, and somebody or something that caused it. */
export function findStatusFault(
  { status, finishReason, error }: Pick<Message, "status" | "finishReason" | "error">,
  { modelName, wasStopped, mayBeInterrupted }: Circumstances,
): string | null {
  switch (status) {
    case "running":
      return "has not ended";
    case "ended":
      return finishReason === null ? "ended without a finish reason" : null;
    case "stopped":
      return wasStopped ? null : "was stopped by nobody";
    case "failed":
      if (error === null) return "failed without saying why";
      return isFaultyModel(modelName) ? null : `failed with ${error.code} though its provider did not`;
    case "interrupted":
      if (error === null) return "is interrupted without saying why";
      // Nobody could go on behind what a faulty provider had said: the person is asked.
      if (error.code !== "interrupted" && isFaultyModel(modelName)) return null;
      if (error.code !== "interrupted") return `is interrupted by ${error.code} though its provider did not fail`;
      return mayBeInterrupted ? null : "was interrupted and not continued";
  }
}
