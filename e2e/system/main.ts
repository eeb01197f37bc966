import { startSystem } from "./start-system.ts";
import { SYSTEM } from "./system.ts";

const system = await startSystem(SYSTEM);
const stop = (): void => {
  void system.stop().then(() => process.exit(0));
};
process.once("SIGTERM", stop);
process.once("SIGINT", stop);
system.launcher.once("exit", stop);
