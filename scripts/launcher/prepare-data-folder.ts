import { access, constants, mkdir, mkdtemp, rmdir } from "node:fs/promises";
import { join } from "node:path";
import { Refusal } from "#scripts/install/refusal.mjs";

/** Makes the data folder if it is missing. Throws Refusal when it cannot be made or written. */
export async function prepareDataFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    // The permissions of a full or read-only disk look right: only writing tells.
    await rmdir(await mkdtemp(join(folder, ".probe-")));
  } catch (cause) {
    const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
    const reason = REASONS[code] ?? `it cannot be written (${code})`;
    throw new Refusal(
      `The data folder ${folder} cannot be used, ${reason}: correct that, or set DATA_FOLDER to another.`,
    );
  }
}

const REASONS: Record<string, string> = {
  EACCES: "you may not write there",
  EPERM: "you may not write there",
  EROFS: "its disk is read-only",
  ENOSPC: "its disk is full",
  ENOTDIR: "a part of its path is a file",
  EEXIST: "it is a file",
};
