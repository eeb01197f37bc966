import { startSimulator } from "./start-simulator.ts";

const DEFAULT_PORT = 8_787;

const port = Number(process.argv[2] ?? DEFAULT_PORT);
if (!Number.isInteger(port) || port < 0 || port > 65_535) {
  process.stderr.write("Give the port as a whole number up to 65535, or nothing for 8787.\n");
  process.exit(1);
}
const simulator = await startSimulator({ port });
process.stdout.write(`The simulator listens on ${simulator.url} and takes the key sim-key.\n`);
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => {
    void simulator.close();
  });
}
