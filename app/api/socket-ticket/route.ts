import { getContainer } from "#app/_server/container.ts";
import { handleSocketTicket } from "#app/_server/handle-socket-ticket.ts";

/** A ticket for one socket in the caller's session: `{ ticket }`. */
export async function POST(request: Request): Promise<Response> {
  return handleSocketTicket(getContainer(), request);
}
