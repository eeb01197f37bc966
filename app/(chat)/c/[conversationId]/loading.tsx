import { getText } from "#app/_i18n/get-text.ts";
import { Skeleton } from "#app/_ui/skeleton.tsx";

/** Lines in the place of the messages, when they take their time. */
export default async function ConversationLoading() {
  const text = await getText();
  return (
    <div className="mx-auto w-full max-w-text px-4 pt-20 sm:px-6">
      <Skeleton lines={7} label={text("common.loading")} />
    </div>
  );
}
