import type { RedisScript } from "./redis-script.ts";

/*
 * KEYS[1], the head, a hash: `fence`, the highest epoch that has begun; `epoch`, under which readers see the log; `last`, the
 * last seq; `closed`. KEYS[2], a stream: one entry for each append, named by its last seq, with seq and part in turn.
 * Either may be missing: a server that runs out of memory drops what it likes.
 */
const READ_HEAD = `
local head = redis.call("HMGET", KEYS[1], "fence", "epoch", "last", "closed")
local fence, shown, last = tonumber(head[1]) or 0, tonumber(head[2]) or 0, tonumber(head[3]) or 0
local epoch = tonumber(ARGV[1])
`;

const REFUSE_REPLACED = `
if head[4] or epoch < fence then return "replaced" end
`;

/** The last word of every script that writes: who follows looks again. */
const KEEP_AND_TELL = `
redis.call("PEXPIRE", KEYS[1], ARGV[2])
redis.call("PEXPIRE", KEYS[2], ARGV[2])
redis.call("SPUBLISH", ARGV[3], "")
`;

/** ARGV: epoch, milliseconds to live, channel, first seq, parts. "appended", "gap" or "replaced". */
export const APPEND: RedisScript = {
  name: "polylogueAppend",
  numberOfKeys: 2,
  lua: `${READ_HEAD}${REFUSE_REPLACED}
local first, count = tonumber(ARGV[4]), #ARGV - 4
if epoch > fence then
  if first > 1 then return "gap" end
  redis.call("DEL", KEYS[2])
  last = 0
elseif first > last + 1 then
  return "gap"
end
local entry = {}
for index = math.max(last - first + 2, 1), count do
  entry[#entry + 1] = first + index - 1
  entry[#entry + 1] = ARGV[4 + index]
end
if #entry > 0 then
  local id = (first + count - 1) .. "-0"
  if last == 0 then
    redis.call("XADD", KEYS[2], id, unpack(entry))
  elseif not redis.call("XADD", KEYS[2], "NOMKSTREAM", id, unpack(entry)) then
    redis.call("HSET", KEYS[1], "last", 0)
    return "gap"
  end
  last = first + count - 1
end
redis.call("HSET", KEYS[1], "fence", epoch, "epoch", epoch, "last", last)
${KEEP_AND_TELL}
return "appended"`,
};

/** ARGV: epoch, milliseconds to live. The shown epoch and all entries, or "replaced". */
export const OPEN: RedisScript = {
  name: "polylogueOpen",
  numberOfKeys: 2,
  lua: `${READ_HEAD}${REFUSE_REPLACED}
if not head[1] then redis.call("DEL", KEYS[2]) end
redis.call("HSET", KEYS[1], "fence", epoch)
redis.call("PEXPIRE", KEYS[1], ARGV[2])
redis.call("PEXPIRE", KEYS[2], ARGV[2])
return { shown, 0, redis.call("XRANGE", KEYS[2], "-", "+") }`,
};

/** ARGV: epoch, milliseconds to live, channel, kept seq. "truncated" or "replaced". A stream cannot be cut at its end, so it is made anew. */
export const TRUNCATE: RedisScript = {
  name: "polylogueTruncate",
  numberOfKeys: 2,
  lua: `${READ_HEAD}${REFUSE_REPLACED}
local kept = tonumber(ARGV[4])
if kept < last then
  local entries = redis.call("XRANGE", KEYS[2], "-", "+")
  redis.call("DEL", KEYS[2])
  last = 0
  for _, entry in ipairs(entries) do
    local fields = {}
    for index = 1, #entry[2], 2 do
      if tonumber(entry[2][index]) <= kept then
        fields[#fields + 1] = entry[2][index]
        fields[#fields + 1] = entry[2][index + 1]
        last = tonumber(entry[2][index])
      end
    end
    if #fields > 0 then redis.call("XADD", KEYS[2], last .. "-0", unpack(fields)) end
  end
end
redis.call("HSET", KEYS[1], "fence", epoch, "epoch", epoch, "last", last)
${KEEP_AND_TELL}
return "truncated"`,
};

/** ARGV: epoch, milliseconds to live, channel. Does nothing for who was replaced. */
export const CLOSE: RedisScript = {
  name: "polylogueClose",
  numberOfKeys: 2,
  lua: `${READ_HEAD}
if epoch < fence then return "replaced" end
redis.call("HSET", KEYS[1], "fence", epoch, "epoch", shown > 0 and shown or epoch, "closed", 1)
${KEEP_AND_TELL}
return "closed"`,
};

/** ARGV: epoch and seq of the cursor. The shown epoch, whether it is closed, and the entries behind the cursor. */
export const READ: RedisScript = {
  name: "polylogueRead",
  numberOfKeys: 2,
  lua: `${READ_HEAD}
if shown == 0 then return { 0, 0, {} } end
local after = shown > epoch and "0" or ARGV[2]
return { shown, head[4] and 1 or 0, redis.call("XRANGE", KEYS[2], "(" .. after .. "-0", "+") }`,
};
