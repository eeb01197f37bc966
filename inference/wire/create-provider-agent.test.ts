import type { LookupAddress } from "node:dns";
import { createServer, type IncomingMessage, type Server } from "node:http";
import { createServer as createTcpServer, getDefaultAutoSelectFamily, setDefaultAutoSelectFamily } from "node:net";
import type { AddressInfo, Server as TcpServer } from "node:net";
import { request } from "undici";
import { afterEach, beforeEach, expect, test } from "vitest";
import { AddressRule } from "./address-rule.ts";
import { createProviderAgent } from "./create-provider-agent.ts";

/** Every server listens on this port of an address of its own. */
let port: number;
let open: (Server | TcpServer)[];
/** Who was asked, in order: the address of the server and what the request's Host header said. */
let seen: string[];
/** What each question for a name is answered with, in turn; the last answer stays. */
let answers: string[][];
let questions: string[];

const hasEyeballs = getDefaultAutoSelectFamily();

beforeEach(async () => {
  [open, seen, answers, questions, port] = [[], [], [], [], 0];
  await serve("127.0.0.1");
});
afterEach(async () => {
  setDefaultAutoSelectFamily(hasEyeballs);
  await Promise.all(open.map((server) => new Promise((closed) => server.close(closed))));
});

async function serve(address: string): Promise<void> {
  const server = createServer((incoming: IncomingMessage, response) => {
    seen.push(`${address} as ${incoming.headers.host}`);
    response.writeHead(200, { connection: incoming.headers["x-close"] ? "close" : "keep-alive" }).end(address);
  });
  await listen(server, address);
}

async function listen(server: Server | TcpServer, address: string): Promise<void> {
  await new Promise<void>((listening) => server.listen(port, address, listening));
  port = (server.address() as AddressInfo).port;
  open.push(server);
}

function resolve(
  hostname: string,
  _options: unknown,
  callback: (error: Error | null, addresses: LookupAddress[]) => void,
): void {
  questions.push(hostname);
  const found = (answers.length > 1 ? answers.shift() : answers[0]) ?? [];
  const addresses = found.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));
  setImmediate(() => callback(found.length === 0 ? new Error("getaddrinfo ENOTFOUND") : null, addresses));
}

async function ask(url: string, rule: AddressRule, proxies: { httpProxy: string; noProxy: string } | null = null) {
  const agent = createProviderAgent({ allows: (address) => rule.allows(address), resolve, proxies });
  const get = async (headers: Record<string, string> = {}): Promise<string> =>
    (await request(url, { dispatcher: agent, headers })).body.text();
  return { get, close: () => agent.close() };
}

async function askOnce(...asking: Parameters<typeof ask>): Promise<string> {
  const { get, close } = await ask(...asking);
  try {
    return await get();
  } finally {
    await close();
  }
}

const REFUSED = { code: "provider-unreachable", isRetryable: false };

test.each([true, false])(
  "a name is resolved once and its vetted address connected to, with its name as Host (several at a time: %s)",
  async (severalAtATime) => {
    setDefaultAutoSelectFamily(severalAtATime);
    answers = [["10.0.0.1", "fe80::1", "127.0.0.1"]];
    expect(await askOnce(`http://models.example.org:${port}/`, new AddressRule(["127.0.0.1"]))).toBe("127.0.0.1");
    expect(seen).toEqual([`127.0.0.1 as models.example.org:${port}`]);
    expect(questions).toEqual(["models.example.org"]);
  },
);

test.each([true, false])(
  "a name that led to an allowed address and then leads to a private one is refused there (several at a time: %s)",
  async (severalAtATime) => {
    setDefaultAutoSelectFamily(severalAtATime);
    await serve("127.0.0.2");
    answers = [["127.0.0.1"], ["127.0.0.2"]];
    const { get, close } = await ask(`http://rebinds.example.org:${port}/`, new AddressRule(["127.0.0.1"]));
    expect(await get({ "x-close": "yes" })).toBe("127.0.0.1");
    await expect(get()).rejects.toMatchObject(REFUSED);
    expect(questions).toHaveLength(2);
    expect(seen).toEqual([`127.0.0.1 as rebinds.example.org:${port}`]);
    await close();
  },
);

test("a public name whose every address is private, or a cloud's own, is not connected to", async () => {
  answers = [["127.0.0.1", "::ffff:7f00:1", "169.254.169.254", "fd00:ec2::254"]];
  const call = askOnce(`http://models.example.org:${port}/`, new AddressRule([]));
  await expect(call).rejects.toMatchObject({ ...REFUSED, message: expect.stringContaining("169.254.169.254") });
  answers = [["169.254.169.254"]];
  await expect(askOnce("http://metadata.example.org/", new AddressRule("all"))).rejects.toMatchObject(REFUSED);
  await expect(askOnce("http://169.254.169.254/", new AddressRule("all"))).rejects.toMatchObject(REFUSED);
  expect(seen).toEqual([]);
});

test.each(["127.0.0.1", "127.1", "0x7f.1", "2130706433", "0177.0.0.1", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]"])(
  "an address in the URL itself is vetted as what it comes to: %s",
  async (host) => {
    await expect(askOnce(`http://${host}:${port}/`, new AddressRule([]))).rejects.toMatchObject(REFUSED);
    expect([questions, seen]).toEqual([[], []]);
  },
);

test("an allowed address in the URL itself is called without a question", async () => {
  expect(await askOnce(`http://127.0.0.1:${port}/`, new AddressRule(["127.0.0.0/8"]))).toBe("127.0.0.1");
  expect(questions).toEqual([]);
});

test("what keeps a name from being resolved is said as it is", async () => {
  await expect(askOnce("http://nowhere.example.org/", new AddressRule([]))).rejects.toThrow("ENOTFOUND");
});

test("TLS asks the vetted address for the certificate of the name", async () => {
  const hello = Promise.withResolvers<Buffer>();
  const server = createTcpServer((socket) => {
    socket.once("data", (bytes) => {
      hello.resolve(bytes);
      socket.destroy();
    });
  });
  port = 0;
  await listen(server, "127.0.0.1");
  answers = [["127.0.0.1"]];
  await expect(askOnce(`https://models.example.org:${port}/`, new AddressRule("all"))).rejects.toThrow();
  expect((await hello.promise).includes("models.example.org")).toBe(true);
});

test("a proxy resolves names itself; addresses and this machine's name are vetted before it is asked", async () => {
  const proxies = { httpProxy: `http://127.0.0.1:${port}`, noProxy: "near.example.org" };
  const closed = new AddressRule([]);
  expect(await askOnce("http://models.example.org/", closed, proxies)).toBe("127.0.0.1");
  expect(questions).toEqual([]);
  for (const host of ["10.0.0.1", "[::1]", "localhost", "a.localhost.", "169.254.169.254"]) {
    await expect(askOnce(`http://${host}/`, closed, proxies)).rejects.toMatchObject(REFUSED);
  }
  answers = [["127.0.0.1"]];
  await expect(askOnce(`http://near.example.org:${port}/`, closed, proxies)).rejects.toMatchObject(REFUSED);
  expect(seen).toEqual(["127.0.0.1 as models.example.org"]);
});
