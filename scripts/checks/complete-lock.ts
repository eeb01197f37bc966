import { z } from "zod";

const entrySchema = z.looseObject({
  version: z.string().optional(),
  dev: z.boolean().optional(),
  optionalDependencies: z.record(z.string(), z.string()).optional(),
});
const lockSchema = z.looseObject({ packages: z.record(z.string(), entrySchema) });

type Entry = z.infer<typeof entrySchema>;

const SYSTEMS = ["android", "darwin", "freebsd", "linux", "openharmony", "win32"];
const PROCESSORS = ["arm", "arm64", "ia32", "ppc64", "riscv64", "s390x", "wasm32", "x64"];

/**
 * The text of a package-lock.json with an entry for every optional package that it asks for. npm leaves out those
 * that it could not see when the lock was written (another platform's, on a registry that has only some), and then
 * refuses to install from the lock anywhere. What such an entry says follows from the package's name. Throws where it
 * does not. Safe to repeat.
 */
export function completeLock(text: string): string {
  const lock = lockSchema.parse(JSON.parse(text));
  const added: Record<string, Entry> = {};
  for (const [path, entry] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      const key = `node_modules/${name}`;
      if (lock.packages[key] || lock.packages[`${path}/${key}`]) continue;
      added[key] = describe(name, version, entry.dev === true);
    }
  }
  if (Object.keys(added).length === 0) return text;
  const packages = Object.entries({ ...lock.packages, ...added }).toSorted(([left], [right]) =>
    left.localeCompare(right, "en"),
  );
  return `${JSON.stringify({ ...lock, packages: Object.fromEntries(packages) }, null, 2)}\n`;
}

function describe(name: string, version: string, isDev: boolean): Entry {
  const words = name.split(/[/-]/);
  const os = words.filter((word) => SYSTEMS.includes(word));
  const cpu = words.filter((word) => PROCESSORS.includes(word));
  if (cpu.length === 0 || !/^\d/.test(version)) throw new Error(`${name} is optional and its name says no platform.`);
  const libc = words.some((word) => word.startsWith("musl")) ? ["musl"] : words.includes("gnu") ? ["glibc"] : null;
  return {
    version,
    ...(isDev ? { dev: true } : {}),
    cpu,
    ...(libc ? { libc } : {}),
    optional: true,
    ...(os.length > 0 ? { os } : {}),
  };
}
