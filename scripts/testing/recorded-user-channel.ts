import type { UserEvent } from "#contracts/user-event.ts";
import type { UserChannel } from "#server/ports/user-channel.ts";

/** A user channel that keeps what was published, for tests of use cases to look at. */
export type RecordedUserChannel = UserChannel & { published: { userId: string; event: UserEvent }[] };

/** Delivers to nobody. */
export function createRecordedUserChannel(): RecordedUserChannel {
  const published: RecordedUserChannel["published"] = [];
  return {
    published,
    publish: async (userId, event) => {
      published.push({ userId, event });
    },
    subscribe: async () => async () => undefined,
    onGap: () => () => undefined,
  };
}
