import type { ConnectableProvider, ConnectionScope } from "#contracts/connection.ts";

/** A connection as stored: its key is sealed, with the connection's id as context. */
export type ConnectionRecord = {
  id: string;
  scope: ConnectionScope;
  provider: ConnectableProvider;
  label: string;
  /** Null is the provider's own public address. */
  baseUrl: string | null;
  /** For clouds that have them. */
  project: string | null;
  region: string | null;
  /** Null where the server asks for none. */
  sealedApiKey: string | null;
  modelNames: string[];
  createdAt: Date;
  checkedAt: Date | null;
};

/** The connections of one owner: the instance, or one person. */
export type ConnectionStore = {
  /** The oldest first. */
  list(): Promise<ConnectionRecord[]>;
  find(id: string): Promise<ConnectionRecord | null>;
  insert(connection: ConnectionRecord): Promise<void>;
  /** Keeps what the provider listed; null when the connection is gone. Safe to repeat. */
  recordCheck(id: string, checked: { modelNames: string[]; checkedAt: Date }): Promise<ConnectionRecord | null>;
  /** False when there is no such connection. */
  delete(id: string): Promise<boolean>;
};

/** The one connection that is never stored: the demo model's. */
export const DEMO_CONNECTION_ID = "demo";
export const DEMO_MODEL_ID = "demo/demo";

/** Both halves of `connectionId/modelName`; null where the text has no two halves. A model's name may hold a "/" itself. */
export function splitModelId(modelId: string): { connectionId: string; modelName: string } | null {
  const at = modelId.indexOf("/");
  if (at < 1 || at === modelId.length - 1) return null;
  return { connectionId: modelId.slice(0, at), modelName: modelId.slice(at + 1) };
}
