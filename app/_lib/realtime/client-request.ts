import type { ClientFrame } from "#contracts/socket-frames.ts";

type WithoutRequestId<Frame> = Frame extends { requestId: string } ? Omit<Frame, "requestId"> : never;

/** What a caller asks for; the client adds the request id. */
export type ClientRequest = WithoutRequestId<ClientFrame>;
