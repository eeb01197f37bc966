import { installedState } from "./installed-state.mjs";
import { NpmError, runNpm } from "./run-npm.mjs";
import { trim } from "./trim.mjs";
import { Refusal } from "./refusal.mjs";

/**
 * Makes `node_modules` what the lock file says, and says so. Nothing happens where it already is. A full install
 * is never made smaller. Throws Refusal.
 * @param {{ root: string, withTools: boolean, progress: import("./progress.mjs").Progress }} options
 */
export async function ensureInstalled({ root, withTools, progress }) {
  const state = installedState(root);
  if (state === "none" || (withTools && state !== "full")) await install({ root, withTools, progress });
  if (!withTools && installedState(root) === "production") trim(root, progress);
}

async function install({ root, withTools, progress }) {
  const step = progress.begin("Installing packages, about a minute");
  const args = withTools ? ["ci", "--include=dev"] : ["ci", "--omit=dev"];
  try {
    await runNpm(root, [...args, "--no-audit", "--no-fund"]);
  } catch (error) {
    if (!(error instanceof NpmError)) throw error;
    step.fail("npm could not install the packages");
    progress.line(error.message);
    throw new Refusal(
      "The packages could not be installed: see npm's words above, check the network, and start again.",
    );
  }
  step.done("Installed packages");
}
