"use client";

import { Command } from "cmdk";
import { useText } from "#app/_i18n/text-provider.tsx";
import { Dialog } from "#app/_ui/dialog.tsx";
import { Keys } from "#app/_ui/keys.tsx";
import type { Command as PaletteCommand } from "./command.ts";
import { scoreCommand } from "./score-command.ts";
import { useCommands } from "./use-commands.tsx";

type PaletteProps = { onClose: () => void; onToggleSidebar?: () => void };

/** Everything that can be done, found by typing. */
export function Palette({ onClose, onToggleSidebar }: PaletteProps) {
  const text = useText();
  const groups = useCommands(onToggleSidebar);
  const run = (command: PaletteCommand) => {
    onClose();
    command.run();
  };
  return (
    <Dialog title={text("palette.title")} look="bare" onClose={onClose}>
      <Command label={text("palette.title")} filter={scoreCommand} loop className="flex min-h-0 flex-col">
        <Command.Input
          placeholder={text("palette.placeholder")}
          className="h-13 w-full shrink-0 border-b border-line bg-transparent px-5 text-base text-ink outline-none placeholder:text-ink-faint"
        />
        <Command.List className="min-h-0 overflow-y-auto overscroll-contain p-1.5">
          <Command.Empty className="px-3.5 py-6 text-ui text-ink-soft">{text("palette.empty")}</Command.Empty>
          {groups.map(({ heading, commands }) => (
            <Command.Group
              key={heading}
              heading={heading}
              className="**:[[cmdk-group-heading]]:px-3.5 **:[[cmdk-group-heading]]:pt-3 **:[[cmdk-group-heading]]:pb-1 **:[[cmdk-group-heading]]:text-xs **:[[cmdk-group-heading]]:text-ink-faint"
            >
              {commands.map((command) => (
                <Command.Item
                  key={command.id}
                  value={command.id}
                  keywords={[command.label, ...(command.keywords ?? [])]}
                  onSelect={() => run(command)}
                  className="flex min-h-9 cursor-default items-center gap-3 rounded-sm px-3.5 text-ui text-ink data-[selected=true]:bg-hover coarse:min-h-11"
                >
                  <span className="shrink-0 text-ink-soft">{command.icon}</span>
                  <span className="flex min-w-0 flex-1">
                    <span dir="auto" className="truncate">
                      {command.label}
                    </span>
                  </span>
                  {command.keys ? <Keys keys={command.keys} /> : null}
                </Command.Item>
              ))}
            </Command.Group>
          ))}
        </Command.List>
      </Command>
    </Dialog>
  );
}
