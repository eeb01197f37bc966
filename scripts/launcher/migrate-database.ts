import { join } from "node:path";
import { migrate } from "#server/adapters/postgres/migrate.ts";
import { readEnv } from "#server/env.ts";

// Brings the database of DATABASE_URL up to date, where no launcher does it: before each pod's process in Kubernetes.
const applied = await migrate(readEnv().DATABASE_URL, join(import.meta.dirname, "../../prisma/migrations"));
process.stdout.write(`The database is up to date (${applied.length} migrations applied)\n`);
