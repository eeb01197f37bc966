import { getContainer } from "#app/_server/container.ts";
import { handleAuthentication } from "#app/_server/handle-authentication.ts";

async function handle(request: Request): Promise<Response> {
  return handleAuthentication(getContainer(), request);
}

export { handle as GET, handle as POST };
