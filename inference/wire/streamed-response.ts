import type { IncomingBody } from "./incoming-body.ts";

/** A response whose body is read from `incoming`, and from nowhere else: `body` is null and `text()` is empty. */
export class StreamedResponse extends Response {
  readonly incoming: IncomingBody;

  constructor(incoming: IncomingBody, init: ResponseInit) {
    super(null, init);
    this.incoming = incoming;
  }
}
