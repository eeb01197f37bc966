import { settingsSchema, type Settings } from "#contracts/settings.ts";
import type { Database } from "#server/adapters/postgres/database.ts";
import { DEFAULT_SETTINGS } from "./settings.ts";

/** The settings of one person; a person without a row has never changed one. */
export type SettingsRepository = {
  find(userId: string): Promise<Settings | null>;
  /** Changes the given ones and keeps the others (at first: the defaults). Safe to repeat. */
  upsert(userId: string, change: Partial<Settings>): Promise<Settings>;
};

/** Plain SQL, because every message passes here. */
const FIND = `select theme, language, custom_instructions as "customInstructions",
  default_model_id as "defaultModelId", send_with_enter as "sendWithEnter" from settings where user_id = $1`;

/** The settings in PostgreSQL. */
export function createSettingsRepository({ pool, prisma }: Pick<Database, "pool" | "prisma">): SettingsRepository {
  return {
    async find(userId) {
      const { rows } = await pool.query({ name: "settings.find", text: FIND, values: [userId] });
      return settingsSchema.nullable().parse(rows[0] ?? null);
    },
    async upsert(userId, change) {
      const create = { ...DEFAULT_SETTINGS, ...change, userId };
      return settingsSchema.parse(await prisma.settings.upsert({ where: { userId }, create, update: change }));
    },
  };
}
