import { describeContextCache } from "#server/ports/context-cache.contract.ts";
import { createPostgresContextCache } from "./postgres-context-cache.ts";

describeContextCache("PostgreSQL", async () => ({
  cache: createPostgresContextCache(),
  otherCache: createPostgresContextCache(),
  stop: async () => {},
}));
