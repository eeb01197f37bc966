import type { TextKey } from "#app/_i18n/catalogue.ts";

/** One page of the settings. */
export type SettingsPageEntry = { href: string; titleKey: TextKey; isAdminOnly: boolean };

/**
 * The pages of the settings in their order: the one list that the navigation and the palette show.
 * Those for administrators stand together at its end.
 */
export const SETTINGS_PAGES: readonly SettingsPageEntry[] = [
  { href: "/settings/account", titleKey: "settings.account.title", isAdminOnly: false },
  { href: "/settings/sessions", titleKey: "settings.sessions.title", isAdminOnly: false },
  { href: "/settings/appearance", titleKey: "settings.appearance.title", isAdminOnly: false },
  { href: "/settings/instructions", titleKey: "settings.instructions.title", isAdminOnly: false },
  { href: "/settings/connections", titleKey: "connections.title", isAdminOnly: false },
  { href: "/admin/health", titleKey: "settings.admin.health", isAdminOnly: true },
  { href: "/admin/models", titleKey: "settings.admin.models", isAdminOnly: true },
  { href: "/settings/invitations", titleKey: "settings.invitations.title", isAdminOnly: true },
];
