import { getText } from "#app/_i18n/get-text.ts";
import { buttonLook } from "#app/_ui/button-look.ts";
import { Notice } from "#app/_ui/notice.tsx";

/** An address that leads nowhere. */
export default async function NotFoundPage() {
  const text = await getText();
  return (
    <Notice
      title={text("error.notFoundTitle")}
      action={
        <a href="/" className={buttonLook("primary")}>
          {text("common.backToChat")}
        </a>
      }
    >
      {text("error.notFoundBody")}
    </Notice>
  );
}
