import { getText } from "#app/_i18n/get-text.ts";
import { LinkButton } from "#app/_ui/link-button.tsx";
import { Notice } from "#app/_ui/notice.tsx";
import { UnsentChat } from "../../_components/conversation/unsent-chat.tsx";
import { SidebarToggle } from "../../_components/sidebar/sidebar-toggle.tsx";

/** Says that there is no such conversation, and where to go from here; one that was not sent yet is shown instead. */
export default async function ConversationNotFound() {
  const text = await getText();
  return (
    <UnsentChat>
      <header className="flex h-header items-center px-2 sm:px-3">
        <SidebarToggle />
      </header>
      <Notice title={text("error.notFoundTitle")} action={<LinkButton href="/">{text("sidebar.newChat")}</LinkButton>}>
        {text("error.notFoundBody")}
      </Notice>
    </UnsentChat>
  );
}
