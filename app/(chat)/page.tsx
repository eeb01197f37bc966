import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import { requireActor } from "#app/_server/require-actor.ts";
import { getQueryClient, serverTrpc } from "#app/_server/server-trpc.ts";
import { NewChat } from "./_components/conversation/new-chat.tsx";

/** A new conversation. */
export default async function NewChatPage() {
  await requireActor();
  const queryClient = getQueryClient();
  await queryClient.prefetchQuery(serverTrpc.models.list.queryOptions());
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <NewChat />
    </HydrationBoundary>
  );
}
