import { v5 as uuidv5 } from "uuid";

/** Made once, for this purpose alone; another one would give every deployment another id. */
const NAMESPACE = "8e0f6f0a-52a1-4a43-9c58-6d8d1f3a7b21";

/** The id of what a connection serves under a name, the same in every process and after every restart: its health hangs on it. */
export function deploymentId(connectionId: string, modelName: string): string {
  return uuidv5(`${connectionId}/${modelName}`, NAMESPACE);
}
