import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import { TRPCError } from "@trpc/server";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireActor } from "#app/_server/require-actor.ts";
import { getQueryClient, serverTrpc } from "#app/_server/server-trpc.ts";
import { StoredChat } from "../../_components/conversation/stored-chat.tsx";

type PageProps = { params: Promise<{ conversationId: string }> };

/** The tab says which conversation it is. */
export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  await requireActor();
  const { conversationId } = await params;
  const { title } = await orNotFound(
    getQueryClient().fetchQuery(serverTrpc.conversations.get.queryOptions({ id: conversationId })),
  );
  return { title };
}

/** A conversation with its latest messages in the document, so that it can be read before any script has run. */
export default async function ConversationPage({ params }: PageProps) {
  await requireActor();
  const { conversationId } = await params;
  const queryClient = getQueryClient();
  const [page] = await orNotFound(
    Promise.all([
      queryClient.fetchQuery(serverTrpc.messages.list.queryOptions({ conversationId })),
      queryClient.fetchQuery(serverTrpc.conversations.get.queryOptions({ id: conversationId })),
      queryClient.prefetchQuery(serverTrpc.models.list.queryOptions()),
    ]),
  );
  queryClient.removeQueries(serverTrpc.messages.list.queryFilter());
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <StoredChat key={conversationId} conversationId={conversationId} page={page} />
    </HydrationBoundary>
  );
}

/** Somebody else's conversation, a deleted one and an address that never was one all are the same page. */
async function orNotFound<Result>(reading: Promise<Result>): Promise<Result> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof TRPCError && (error.code === "NOT_FOUND" || error.code === "BAD_REQUEST")) notFound();
    throw error;
  }
}
