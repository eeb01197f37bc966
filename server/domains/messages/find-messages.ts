import type { Message } from "#contracts/message.ts";
import type { ServerContext } from "#server/context.ts";
import { presentMessage } from "./presenter.ts";

type Needs = Pick<ServerContext, "messages">;

/** The person's own messages with these ids, in the order of the ids; those that are not there are left out. */
export async function findMessages(
  ctx: Needs,
  userId: string,
  names: { conversationId: string; ids: readonly string[] },
): Promise<Message[]> {
  const nodes = await ctx.messages.listNodes(userId, names.conversationId, names.ids);
  const messages = new Map(nodes.map((node) => [node.id, presentMessage(node)]));
  return names.ids.flatMap((id) => messages.get(id) ?? []);
}
