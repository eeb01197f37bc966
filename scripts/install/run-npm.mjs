import { spawn } from "node:child_process";

/** A run of npm that failed, with the end of what it said. */
export class NpmError extends Error {}

/**
 * Runs npm in `root`, the same npm that runs us where one does. Throws NpmError with its last lines.
 * @param {string} root
 * @param {string[]} args
 */
export async function runNpm(root, args) {
  const npm = process.env.npm_execpath;
  const [command, first] = npm && /\.c?js$/.test(npm) ? [process.execPath, [npm]] : ["npm", []];
  const child = spawn(command, [...first, ...args], {
    cwd: root,
    env: { ...process.env, npm_config_loglevel: "error" },
    stdio: ["ignore", "pipe", "pipe"],
    shell: process.platform === "win32" && command === "npm",
  });
  let output = "";
  const keep = (chunk) => (output = (output + chunk).slice(-6_000));
  child.stdout.on("data", keep);
  child.stderr.on("data", keep);
  const code = await new Promise((resolve) => {
    child.once("error", (error) => {
      keep(error.message);
      resolve(1);
    });
    child.once("close", resolve);
  });
  if (code !== 0) throw new NpmError(output.trim());
}
