import { describeSessionCache } from "#server/ports/session-cache.contract.ts";
import { createPostgresSessionCache } from "./postgres-session-cache.ts";

describeSessionCache("PostgreSQL", async () => ({
  cache: createPostgresSessionCache(),
  otherCache: createPostgresSessionCache(),
  stop: async () => {},
}));
