import { expect, test } from "vitest";
import type { Engine, RunningEngine } from "./engine.ts";
import { obtainEngine } from "./obtain-engine.ts";

type Ways = Partial<Record<"installed" | "docker" | "archives" | "packages", boolean>>;

/** An engine that is there in these ways, and notes in which order it was asked for them. */
function makeEngine({ installed = false, docker = false, archives = false, packages = false }: Ways) {
  const asked: string[] = [];
  const answer = (way: string, isThere: boolean) => async (): Promise<RunningEngine | null> => {
    asked.push(way);
    return isThere ? { address: `${way}://`, origin: way, stop: async () => undefined } : null;
  };
  const engine: Engine = {
    name: "engine",
    proves: "something",
    addressVariable: "ENGINE_URL",
    startInstalled: answer("installed", installed),
    startInDocker: answer("docker", docker),
    startFromArchives: answer("archives", archives),
    installAndStart: answer("packages", packages),
  };
  return { engine, asked };
}

/** Any folder that is there. */
const ENGINE_ARCHIVES = import.meta.dirname;

test("an address in the environment is taken before anything is started", async () => {
  const { engine, asked } = makeEngine({ installed: true });
  const running = await obtainEngine(engine, { ENGINE_URL: "tcp://there", ENGINE_ARCHIVES });
  expect(running?.address).toBe("tcp://there");
  expect(asked).toEqual([]);
});

test.each([
  [{ installed: true, docker: true, archives: true }, ["installed"]],
  [{ docker: true, archives: true }, ["installed", "docker"]],
  [{ archives: true, packages: true }, ["installed", "docker", "archives"]],
  [{ packages: true }, ["installed", "docker", "archives", "packages"]],
])("else what is installed, then Docker, then what can be installed: %o", async (ways, order) => {
  const { engine, asked } = makeEngine(ways);
  expect((await obtainEngine(engine, { ENGINE_ARCHIVES }))?.origin).toBe(order.at(-1));
  expect(asked).toEqual(order);
});

test("an engine that is nowhere is missing, not an error", async () => {
  expect(await obtainEngine(makeEngine({}).engine, { ENGINE_ARCHIVES })).toBeNull();
});

test("a folder of archives that is not there is said, not passed over", async () => {
  await expect(obtainEngine(makeEngine({}).engine, { ENGINE_ARCHIVES: "/nowhere/at/all" })).rejects.toThrow(
    "ENGINE_ARCHIVES: there is no folder",
  );
});
