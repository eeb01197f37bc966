import { generateKeyPairSync } from "node:crypto";
import { TOKEN_PATH } from "./find-google-place.ts";

type KeyPair = { id: string; privateKey: string };

let keyPair: KeyPair | null = null;

/**
 * A service account's key as Google lets people download one, for the simulator at `url`, which
 * grants it the token `accessToken`. Every account of a process has the same key: making one is slow.
 */
export function createServiceAccount(url: string, accessToken: string): string {
  keyPair ??= createKeyPair();
  return JSON.stringify({
    type: "service_account",
    project_id: "sim-project",
    private_key_id: keyPair.id,
    private_key: keyPair.privateKey,
    client_email: `${accessToken}@sim-project.iam.gserviceaccount.com`,
    client_id: "1",
    token_uri: `${url}${TOKEN_PATH}`,
    universe_domain: "googleapis.com",
  });
}

function createKeyPair(): KeyPair {
  const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 2_048 });
  return {
    id: publicKey.export({ format: "der", type: "spki" }).toString("base64url"),
    privateKey: privateKey.export({ format: "pem", type: "pkcs8" }).toString(),
  };
}
