/** What one process tells the others; `content` of any length. */
export type Notified = { senderId: string; userId: string; content: string };

/** NOTIFY takes payloads shorter than 8,000 bytes; this leaves room for the head of a piece. */
const PIECE_BYTES_MAX = 7_500;

/** How many senders may have an unfinished message; beyond that the oldest one was cut by a lost connection. */
const UNFINISHED_MAX = 1_000;

let lastNumber = 0;

/** The payloads that carry the content, each short enough for a NOTIFY. Send all of them in one transaction: then they arrive together and in order. */
export function splitNotification({ senderId, userId, content }: Notified): string[] {
  const bytes = Buffer.from(content);
  const total = Math.max(1, Math.ceil(bytes.length / PIECE_BYTES_MAX));
  const number = ++lastNumber;
  if (total === 1) return [`${senderId} ${number} ${userId} 1 ${content}`];
  // base64, because a cut may fall inside a character.
  const text = bytes.toString("base64");
  const length = Math.ceil(text.length / Math.ceil(text.length / PIECE_BYTES_MAX));
  const pieces = Array.from({ length: Math.ceil(text.length / length) }, (_, index) =>
    text.slice(index * length, (index + 1) * length),
  );
  return pieces.map((piece, index) => `${senderId} ${number} ${userId} ${pieces.length} ${index} ${piece}`);
}

/** Takes payloads as they come and returns a whole notification when its last piece is there; null until then, and for what is not ours. */
export function createNotificationAssembler(): (payload: string) => Notified | null {
  const unfinished = new Map<string, string[]>();
  return (payload) => {
    const match = /^(\S+) (\d+) (\S+) (\d+) (.*)$/s.exec(payload);
    if (!match) return null;
    const [, senderId = "", number = "", userId = "", total = "", rest = ""] = match;
    if (total === "1") return { senderId, userId, content: rest };
    const key = `${senderId} ${number}`;
    const pieces = unfinished.get(key) ?? [];
    const space = rest.indexOf(" ");
    pieces[Number(rest.slice(0, space))] = rest.slice(space + 1);
    unfinished.set(key, pieces);
    if (pieces.filter((piece) => piece !== undefined).length < Number(total)) {
      if (unfinished.size > UNFINISHED_MAX) unfinished.delete(unfinished.keys().next().value ?? "");
      return null;
    }
    unfinished.delete(key);
    return { senderId, userId, content: Buffer.from(pieces.join(""), "base64").toString() };
  };
}
