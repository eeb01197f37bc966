import { getText } from "#app/_i18n/get-text.ts";
import { LinkButton } from "#app/_ui/link-button.tsx";
import { SidebarToggle } from "../../_components/sidebar/sidebar-toggle.tsx";

/** Says that there is no such conversation, and where to go from here. */
export default async function ConversationNotFound() {
  const text = await getText();
  return (
    <>
      <header className="flex h-header items-center px-2 sm:px-3">
        <SidebarToggle />
      </header>
      <div className="mx-auto flex w-full max-w-text flex-col items-start gap-3 px-4 pt-16 sm:px-6">
        <h1 className="text-xl font-medium">{text("error.notFoundTitle")}</h1>
        <p className="text-base text-ink-soft">{text("error.notFoundBody")}</p>
        <LinkButton href="/">{text("sidebar.newChat")}</LinkButton>
      </div>
    </>
  );
}
