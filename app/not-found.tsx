import { getText } from "#app/_i18n/get-text.ts";
import { LinkButton } from "#app/_ui/link-button.tsx";
import { Notice } from "#app/_ui/notice.tsx";

/** An address that leads nowhere. */
export default async function NotFoundPage() {
  const text = await getText();
  return (
    <Notice
      title={text("error.notFoundTitle")}
      action={
        <LinkButton href="/" tone="primary">
          {text("common.backToChat")}
        </LinkButton>
      }
    >
      {text("error.notFoundBody")}
    </Notice>
  );
}
