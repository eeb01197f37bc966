import { startSimulator } from "./start-simulator.ts";

const DEFAULT_PORT = 8_787;

const port = Number(process.argv[2] ?? DEFAULT_PORT);
if (!Number.isInteger(port) || port < 0 || port > 65_535) {
  fail("Give the port as a whole number up to 65535, or nothing for 8787.");
} else {
  await serve(port);
}

async function serve(wantedPort: number): Promise<void> {
  try {
    const simulator = await startSimulator({ port: wantedPort });
    process.stdout.write(
      `The simulator listens on ${simulator.url} and takes the key sim-key.\n` +
        `OpenAI's base address is ${simulator.url}/v1; Anthropic's, Azure's, Google's and Vertex's is ${simulator.url}.\n`,
    );
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void simulator.close());
  } catch (error) {
    fail(`The simulator cannot listen on port ${wantedPort}: ${String(error)}. Give another one.`);
  }
}

function fail(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 1;
}
