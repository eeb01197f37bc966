import type { PrismaClient } from "#prisma/generated/client.ts";
import { makeTurn } from "./make-turn.ts";

/** The same rows as most applications write them: one Prisma transaction a message. */
export function createPrismaWriter(prisma: PrismaClient): () => Promise<unknown> {
  return () => {
    const { userId, turn } = makeTurn();
    const { conversationId, userMessage, answer, generationId, title, modelId, at } = turn;
    const asked = { userId, conversationId, id: userMessage.id, createdAt: at };
    const answering = { userId, conversationId, id: answer.id, parentId: answer.parentId, createdAt: at };
    return prisma.$transaction([
      prisma.conversation.create({
        data: {
          userId,
          id: conversationId,
          title,
          titleSource: "first-words",
          modelId,
          currentLeafId: answer.id,
          createdAt: at,
          updatedAt: at,
        },
      }),
      prisma.message.create({
        data: { ...asked, role: "user", parts: [...userMessage.parts], status: "ended", endedAt: at },
      }),
      prisma.message.create({
        data: { ...answering, role: "assistant", parts: [], status: "running", generationId, modelId },
      }),
      prisma.generation.create({
        data: {
          userId,
          id: generationId,
          conversationId,
          answerId: answer.id,
          parentId: answer.parentId,
          modelId,
          status: "running",
          heartbeatAt: at,
          createdAt: at,
        },
      }),
    ]);
  };
}
