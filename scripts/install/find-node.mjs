import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { Refusal } from "./refusal.mjs";

const OLDEST_MAJOR = 20;
/** The first that runs our TypeScript as it is and is supported. */
const NEEDED_MAJOR = 24;

/** Throws Refusal when the Node that runs this is too old even to install. */
export function checkNode() {
  const major = Number(process.versions.node.split(".")[0]);
  if (major >= OLDEST_MAJOR) return;
  throw new Refusal(`This is Node ${process.versions.node}; install Node ${OLDEST_MAJOR} or later, then start again.`);
}

/**
 * The Node that runs the system: the pinned one of `node_modules`, else the one that runs this if it is new
 * enough. Throws Refusal that says what to do.
 * @param {string} root
 * @param {string} [own]
 * @returns {string}
 */
export function findNode(root, own = process.execPath) {
  const name = process.platform === "win32" ? "node.exe" : "node";
  const candidates = [join(root, "node_modules/node/bin", name), own];
  for (const path of candidates) {
    if (!existsSync(path)) continue;
    const answer = spawnSync(path, ["--version"], { encoding: "utf8", timeout: 20_000 });
    if (answer.status === 0 && Number(/^v(\d+)/.exec(answer.stdout)?.[1]) >= NEEDED_MAJOR) return path;
  }
  throw new Refusal(
    `Node ${NEEDED_MAJOR} did not come with the packages, because npm was told to run no install scripts: ` +
      "run `npm rebuild node --ignore-scripts=false`, or install Node 24 yourself, then start again.",
  );
}
