const MUTATIONS_MAX = 8;
const PIECE_MAX = 400;

/** What a hostile or broken provider may put anywhere. */
const PIECES = [
  '"',
  "{",
  "}",
  "[",
  "]",
  ":",
  ",",
  "\\",
  "\n",
  "\r",
  "\n\n",
  "\r\n\r\n",
  "\0",
  "null",
  "true",
  "-1",
  "1e309",
  "0.5",
  "9007199254740993",
  '""',
  "[]",
  "{}",
  "data: ",
  "data:\n\n",
  "event: error\n",
  "event: message_stop\n",
  ": ping\n\n",
  "data: [DONE]\n\n",
  "\\ud83d",
  "\\u0000",
  "\\udfff",
  '{"error":{"message":"no","type":"server_error"}}',
  'data: {"error":"no"}\n\n',
  'data: {"choices":[]}\n\n',
  'data: {"type":"error"}\n\n',
  'data: {"candidates":[{}]}\n\n',
  '"__proto__":{"x":1},',
  '"constructor":1,',
  "[".repeat(2_000),
  '{"a":'.repeat(500),
  "A".repeat(5_000),
  "\u{feff}",
  "\u2028",
  "é",
  "👍",
].map((piece) => Buffer.from(piece));

const BROKEN_UTF8 = [[0xff], [0xc3], [0xf0, 0x9f], [0xed, 0xa0, 0x80], [0x80, 0x80]].map((bytes) => Buffer.from(bytes));

type Random = () => number;

/**
 * The bytes after some changes that no provider should make. Half of all streams stay streams of JSON, with
 * events lost, doubled, exchanged and with other values in them; in the others any byte may be flipped,
 * lost, doubled, strange, or stand in `other`.
 */
export function mutateBytes(bytes: Buffer, other: Buffer, random: Random): Buffer {
  const isStructured = random() < 0.5;
  let mutated = bytes;
  for (let left = 1 + Math.floor(random() ** 2 * MUTATIONS_MAX); left > 0; left -= 1) {
    mutated = isStructured ? mutateEvents(mutated, other, random) : mutateOnce(mutated, other, random);
  }
  return mutated;
}

function mutateEvents(bytes: Buffer, other: Buffer, random: Random): Buffer {
  if (random() < 0.5) return swapValue(bytes, Math.floor(random() * bytes.length), random);
  const events = splitEvents(bytes);
  const at = Math.floor(random() * events.length);
  const to = Math.floor(random() * events.length);
  const event = events[at] ?? "";
  if (random() < 0.25) events.splice(at, 1);
  else if (random() < 0.33) events.splice(at, 0, event);
  else if (random() < 0.5) [events[at], events[to]] = [events[to] ?? "", event];
  else events.splice(at, 0, pickOne(splitEvents(other), random));
  return Buffer.from(events.join("\n\n"));
}

function splitEvents(bytes: Buffer): string[] {
  return bytes.toString().split("\n\n");
}

function mutateOnce(bytes: Buffer, other: Buffer, random: Random): Buffer {
  const at = Math.floor(random() * (bytes.length + 1));
  const to = Math.min(bytes.length, at + Math.floor(random() * PIECE_MAX));
  const replace = (piece: Buffer, end = at): Buffer =>
    Buffer.concat([bytes.subarray(0, at), piece, bytes.subarray(end)]);
  switch (Math.floor(random() * 8)) {
    case 0:
      return replace(Buffer.from([(bytes[at] ?? 0) ^ (1 << Math.floor(random() * 8))]), at + 1);
    case 1:
      return replace(Buffer.alloc(0), to);
    case 2:
      return replace(bytes.subarray(at, to));
    case 3:
      return replace(pickOne(PIECES, random), random() < 0.5 ? at : at + 1);
    case 4:
      return replace(pickOne(BROKEN_UTF8, random));
    case 5:
      return replace(other.subarray(Math.floor(random() * other.length)).subarray(0, PIECE_MAX * 3));
    case 6:
      return bytes.subarray(0, at);
    default:
      return swapValue(bytes, at, random);
  }
}

/** Another value in the place of the next number or string of some JSON. */
function swapValue(bytes: Buffer, at: number, random: Random): Buffer {
  const colon = bytes.indexOf(":", at);
  if (colon === -1) return bytes;
  const end = [",", "}"].map((sign) => bytes.indexOf(sign, colon)).filter((place) => place !== -1);
  const value = pickOne(PIECES.slice(13, 21), random);
  return Buffer.concat([
    bytes.subarray(0, colon + 1),
    value,
    bytes.subarray(end.length === 0 ? bytes.length : Math.min(...end)),
  ]);
}

function pickOne<Item>(items: readonly Item[], random: Random): Item {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error("There is nothing to pick from.");
  return item;
}
