import { execFileSync, spawnSync } from "node:child_process";

/** The user that runs the database; null where that is simply the user we are. */
export type PostgresIdentity = { uid: number; gid: number } | null;

/**
 * PostgreSQL refuses to run as root, so root lends it another user: `postgres`, made when missing, else `nobody`.
 */
export function findPostgresIdentity(): PostgresIdentity {
  if (process.getuid?.() !== 0) return null;
  const made = lookUp("postgres") ?? (makeUser() ? lookUp("postgres") : null) ?? lookUp("nobody");
  if (!made) throw new Error("PostgreSQL cannot run as root, and there is no user `postgres` to run it as.");
  return made;
}

function lookUp(name: string): PostgresIdentity {
  try {
    const id = (flag: string) => Number(execFileSync("id", [flag, name], { encoding: "utf8", stdio: "pipe" }));
    return { uid: id("-u"), gid: id("-g") };
  } catch {
    return null;
  }
}

function makeUser(): boolean {
  const withShadow = ["useradd", "--system", "--user-group", "--no-create-home", "postgres"];
  const withBusybox = ["adduser", "-S", "-D", "-H", "postgres"];
  return [withShadow, withBusybox].some(([command = "", ...args]) => spawnSync(command, args).status === 0);
}
