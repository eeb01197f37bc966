import { settingsSchema, type Settings } from "#contracts/settings.ts";
import type { Database } from "#server/adapters/postgres/database.ts";
import { DEFAULT_SETTINGS } from "./settings.ts";

/** The settings of one person; a person without a row has never changed one. */
export type SettingsRepository = {
  find(userId: string): Promise<Settings | null>;
  /** Changes the given ones and keeps the others (at first: the defaults). Safe to repeat. */
  upsert(userId: string, change: Partial<Settings>): Promise<Settings>;
};

/** The settings in PostgreSQL. */
export function createSettingsRepository({ prisma }: Pick<Database, "prisma">): SettingsRepository {
  return {
    async find(userId) {
      const row = await prisma.settings.findUnique({ where: { userId } });
      return row && settingsSchema.parse(row);
    },
    async upsert(userId, change) {
      const create = { ...DEFAULT_SETTINGS, ...change, userId };
      return settingsSchema.parse(await prisma.settings.upsert({ where: { userId }, create, update: change }));
    },
  };
}
