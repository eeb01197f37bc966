"use client";

import { useText } from "#app/_i18n/text-provider.tsx";
import type { CommandGroup } from "./command.ts";
import { useActionCommands } from "./use-action-commands.tsx";
import { useAppearanceCommands } from "./use-appearance-commands.tsx";
import { useConversationCommands } from "./use-conversation-commands.tsx";
import { useModelCommands } from "./use-model-commands.tsx";
import { useSettingsCommands } from "./use-settings-commands.tsx";

/** All commands of the palette, by group; groups that have none are left out. */
export function useCommands(onToggleSidebar: (() => void) | undefined): CommandGroup[] {
  const text = useText();
  const groups = [
    { heading: text("palette.groupActions"), commands: useActionCommands(onToggleSidebar) },
    { heading: text("palette.groupConversations"), commands: useConversationCommands() },
    { heading: text("palette.groupModels"), commands: useModelCommands() },
    { heading: text("palette.groupSettings"), commands: useSettingsCommands() },
    { heading: text("palette.groupAppearance"), commands: useAppearanceCommands() },
  ];
  return groups.filter(({ commands }) => commands.length > 0);
}
