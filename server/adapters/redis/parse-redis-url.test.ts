import { expect, test } from "vitest";
import { parseRedisUrl } from "./parse-redis-url.ts";

const plain = { kind: "single", username: undefined, password: undefined, database: 0, isEncrypted: false };

test.each([
  ["redis://localhost", { ...plain, nodes: [{ host: "localhost", port: 6379 }] }],
  ["redis://10.0.0.7:7000/3", { ...plain, nodes: [{ host: "10.0.0.7", port: 7000 }], database: 3 }],
  ["redis://[::1]:7000", { ...plain, nodes: [{ host: "::1", port: 7000 }] }],
  [
    "rediss://me:p%40ss@redis.example.org:6380/",
    {
      ...plain,
      nodes: [{ host: "redis.example.org", port: 6380 }],
      username: "me",
      password: "p@ss",
      isEncrypted: true,
    },
  ],
  ["redis://:secret@a", { ...plain, nodes: [{ host: "a", port: 6379 }], password: "secret" }],
  [
    "redis-cluster://:secret@a:7000,b:7001,c",
    {
      ...plain,
      kind: "cluster",
      password: "secret",
      nodes: [
        { host: "a", port: 7000 },
        { host: "b", port: 7001 },
        { host: "c", port: 6379 },
      ],
    },
  ],
  ["rediss-cluster://a:7000", { ...plain, kind: "cluster", nodes: [{ host: "a", port: 7000 }], isEncrypted: true }],
])("%s is understood", (url, address) => {
  expect(parseRedisUrl(url)).toEqual(address);
});

test.each([
  "localhost:6379",
  "http://localhost",
  "redis://",
  "redis://:secret@a,b",
  "redis://:secret@a:99999",
  "redis-cluster://:secret@a,,b",
  "redis-cluster://:secret@a/1",
])("%s is refused without repeating it", (url) => {
  expect(() => parseRedisUrl(url)).toThrow(/^(?!.*secret).*REDIS_URL/);
});
