import { createPrivateKey } from "node:crypto";
import { isIP } from "node:net";
import { z } from "zod";

const port = z.coerce.number().int().min(1).max(65_535);
/** "localhost:3000" is a URL too, of the scheme `localhost`. */
const webAddress = z.url({ protocol: /^https?$/, error: "must start with https:// or http://" });
const secret = (bytes: number) => z.string().min(bytes);

/**
 * Every variable that the system reads, by concern; `docs/configuration.md` is made from it. A
 * variable with a default may be left out; those that `npm start` makes by itself say so.
 */
export const envSchema = z.object({
  // Addresses
  /** Where people reach the instance, for links and sign-in redirects: `https://chat.example.org`. Taken from each request when left out. */
  PUBLIC_URL: webAddress.optional(),
  /** The address that the one public port listens on; `0.0.0.0` lets other machines in. */
  HOST: z.string().default("127.0.0.1"),
  /** The one public port. */
  PORT: port.default(3000),
  /** Where the web process listens; only the public port's proxy reaches it. `npm start` takes any free one when left out. */
  WEB_PORT: port.default(3100),
  /** Where the realtime process listens; only the public port's proxy reaches it. `npm start` takes any free one when left out, and for each further process. */
  REALTIME_PORT: port.default(3200),
  /** Where the workers answer how they are; only the public port asks. `npm start` takes any free one when left out. */
  WORKERS_PORT: port.default(3300),
  /** The address that realtime and workers listen on; `0.0.0.0` where a proxy of your own, an ingress for example, stands before them instead of `npm start`. */
  INTERNAL_HOST: z.string().default("127.0.0.1"),
  /**
   * Addresses or ranges, comma-separated, of proxies in front of the public port, whose X-Forwarded-For, -Host and
   * -Proto are believed; those of anybody else are dropped.
   */
  TRUSTED_PROXIES: z
    .string()
    .default("")
    .transform(toList)
    .refine((list) => list.every(isAddressRange), "must be addresses or ranges such as 10.0.0.0/8, comma-separated"),
  /** Further origins, comma-separated, whose pages may open the socket; the instance's own always may. */
  ALLOWED_ORIGINS: z
    .string()
    .default("")
    .transform(toList)
    .refine(
      (list) => list.every((origin) => webAddress.safeParse(origin).success),
      "must be origins such as https://chat.example.org, comma-separated",
    ),

  // Data
  /** The folder of the embedded database, the secrets and the files. */
  DATA_FOLDER: z.string().default(".data"),
  /** A PostgreSQL 15 or later of your own; left out, `npm start` runs the embedded one. */
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, "must start with postgres:// or postgresql://"),
  /** The most connections that one process opens to the database. */
  DATABASE_POOL_SIZE: z.coerce.number().int().min(4).max(500).default(12),
  /**
   * A Redis 7 or later that carries what is under way between processes: `redis://[user:password@]host:port/0`, for a
   * cluster `redis-cluster://host:port,host:port`, encrypted `rediss://` and `rediss-cluster://`. Left out, PostgreSQL carries it.
   */
  REDIS_URL: z
    .string()
    .regex(/^rediss?(-cluster)?:\/\/[^/]/, "must start with redis://, rediss://, redis-cluster:// or rediss-cluster://")
    .optional(),

  // Secrets
  /** Signs the session cookie; 32 characters or more. Made by `npm start`. */
  AUTH_SECRET: secret(32),
  /** Encrypts providers' keys: `id:base64` of 32 bytes, several comma-separated, the first seals. Made by `npm start`. */
  ENCRYPTION_KEYS: z
    .string()
    .regex(/^[\w-]+:[A-Za-z0-9+/]{43}=(,[\w-]+:[A-Za-z0-9+/]{43}=)*$/, "must be id:base64 of 32 bytes")
    .refine(hasEachIdOnce, "must name each id once"),
  /** Signs the socket's and the API's tokens: an RSA private key, PKCS#8 PEM. Made by `npm start`. */
  TOKEN_PRIVATE_KEY: z.string().refine(isRsaKey, "must be an RSA private key of 2048 bits or more, in PKCS#8 PEM"),

  // Accounts
  /** Who may make an account: everybody, those with an invitation, or nobody. The first account can always be made. */
  SIGN_UP: z.enum(["open", "invitation", "closed"]).default("open"),
  /** Sign-in with Google: the client's id. */
  GOOGLE_CLIENT_ID: z.string().optional(),
  /** Sign-in with Google: the client's secret. */
  GOOGLE_CLIENT_SECRET: z.string().optional(),
  /** Sign-in with GitHub: the client's id. */
  GITHUB_CLIENT_ID: z.string().optional(),
  /** Sign-in with GitHub: the client's secret. */
  GITHUB_CLIENT_SECRET: z.string().optional(),
  /** Sign-in with Auth0: the tenant's address, `https://TENANT.auth0.com`. */
  AUTH0_ISSUER: webAddress.optional(),
  /** Sign-in with Auth0: the client's id. */
  AUTH0_CLIENT_ID: z.string().optional(),
  /** Sign-in with Auth0: the client's secret. */
  AUTH0_CLIENT_SECRET: z.string().optional(),
  /** Sign-in with any OpenID Connect issuer: its address. */
  OIDC_ISSUER: webAddress.optional(),
  /** Sign-in with any OpenID Connect issuer: the client's id. */
  OIDC_CLIENT_ID: z.string().optional(),
  /** Sign-in with any OpenID Connect issuer: the client's secret. */
  OIDC_CLIENT_SECRET: z.string().optional(),
  /** Sign-in with any OpenID Connect issuer: the words on its button. */
  OIDC_LABEL: z.string().default("Single sign-on"),

  // Models
  /** Look for Ollama, LM Studio and vLLM on this machine's usual ports. */
  DISCOVER_LOCAL_MODELS: z.stringbool().default(true),
  /**
   * Where in the own network model servers may be: `all`, `none`, or addresses and ranges such as `127.0.0.1, 10.96.0.0/12`.
   * Left out, `all` as long as PUBLIC_URL is left out or names this machine or the network around it, else `none`. See [security.md](security.md).
   */
  PRIVATE_ADDRESSES: z
    .string()
    .transform((text): "all" | string[] => (text === "all" ? text : text === "none" ? [] : toList(text)))
    .refine(
      (opened) => opened === "all" || opened.every(isAddressRange),
      "must be all, none, or addresses or ranges such as 10.0.0.0/8, comma-separated",
    )
    .optional(),

  // Operation
  /** How many realtime processes `npm start` runs; about one for each core that it may use. Sockets are spread over them. */
  REALTIME_PROCESSES: z.coerce.number().int().min(1).max(64).default(1),
  /** How long a process that is asked to go (SIGTERM) lets running answers finish before it hands them over, in seconds. Ctrl-C does not wait. */
  DRAIN_SECONDS: z.coerce.number().int().min(0).max(3_600).default(25),
  /** What a process calls itself in its log lines; `npm start` sets it. */
  PROCESS_NAME: z.string().optional(),
  /** What the web process runs as; `npm start` and `npm run dev` set it. */
  NODE_ENV: z.enum(["development", "production", "test"]).default("production"),
  /** The least important log line that is written. */
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
});

export type Env = z.infer<typeof envSchema>;

/** What the launcher itself is given: what it makes or chooses by itself may be left out. */
const launcherEnvSchema = envSchema
  .extend({ WEB_PORT: port.optional(), REALTIME_PORT: port.optional(), WORKERS_PORT: port.optional() })
  .partial({ DATABASE_URL: true, AUTH_SECRET: true, ENCRYPTION_KEYS: true, TOKEN_PRIVATE_KEY: true });

export type LauncherEnv = z.infer<typeof launcherEnvSchema>;

type Source = Record<string, string | undefined>;

/**
 * The environment, parsed. Throws one Error that names every bad variable and what is wrong with
 * it, one a line; values are never repeated.
 */
export function readEnv(source: Source = process.env): Env {
  return parse(envSchema, source);
}

/** The launcher's environment, parsed as `readEnv` does. */
export function readLauncherEnv(source: Source): LauncherEnv {
  return parse(launcherEnvSchema, source);
}

function parse<Parsed>(schema: z.ZodType<Parsed>, source: Source): Parsed {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  const lines = result.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
  throw new Error(`These variables are not right:\n${lines.join("\n")}\nThey are described in docs/configuration.md.`);
}

function isAddressRange(text: string): boolean {
  const [address = "", prefix, ...more] = text.split("/");
  const longest = isIP(address) === 6 ? 128 : 32;
  return (
    isIP(address) !== 0 && more.length === 0 && (prefix === undefined || (/^\d+$/.test(prefix) && +prefix <= longest))
  );
}

function hasEachIdOnce(keyRing: string): boolean {
  const ids = keyRing.split(",").map((entry) => entry.split(":")[0]);
  return new Set(ids).size === ids.length;
}

function isRsaKey(pem: string): boolean {
  try {
    const { asymmetricKeyType, asymmetricKeyDetails } = createPrivateKey(pem);
    return asymmetricKeyType === "rsa" && (asymmetricKeyDetails?.modulusLength ?? 0) >= 2_048;
  } catch {
    // Not a key at all.
    return false;
  }
}

function toList(text: string): string[] {
  return text
    .split(",")
    .map((entry) => entry.trim())
    .filter(Boolean);
}

/**
 * next-auth finds its own address in process.env and nowhere else. This makes it take the address
 * from the headers that it is handed, where PUBLIC_URL or the public port wrote it. Safe to repeat.
 */
export function letNextAuthReadHeaders(): void {
  delete process.env.NEXTAUTH_URL;
  process.env["AUTH_TRUST_HOST"] = "true";
}
