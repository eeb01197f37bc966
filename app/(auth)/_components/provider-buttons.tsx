"use client";

import { useText } from "#app/_i18n/text-provider.tsx";
import { fetchCsrfToken } from "#app/_lib/sign-in.ts";
import { buttonLook } from "#app/_ui/button-look.ts";

type ProviderButtonsProps = {
  providers: readonly { id: string; label: string }[];
  /** The path to come back to. */
  to: string;
  /** The server carries it through the provider in a cookie, because its answer has no room for it. */
  invitationCode?: string;
};

/** The other ways in: each leaves for its provider and comes back signed in. Nothing where none is configured. */
export function ProviderButtons({ providers, to, invitationCode }: ProviderButtonsProps) {
  const text = useText();
  if (providers.length === 0) return null;
  const leave = async (form: HTMLFormElement) => {
    const csrfToken = form.elements.namedItem("csrfToken");
    if (csrfToken instanceof HTMLInputElement) csrfToken.value = await fetchCsrfToken();
    form.submit();
  };
  return (
    <div className="flex flex-col gap-3">
      {providers.map(({ id, label }) => (
        <form
          key={id}
          method="post"
          action={`/api/auth/signin/${id}`}
          onSubmit={(event) => {
            event.preventDefault();
            void leave(event.currentTarget);
          }}
        >
          <input type="hidden" name="csrfToken" />
          <input type="hidden" name="callbackUrl" value={to} readOnly />
          {invitationCode ? <input type="hidden" name="invitationCode" value={invitationCode} readOnly /> : null}
          <button type="submit" className={buttonLook("secondary", true)}>
            {text("entry.continueWith", { provider: label })}
          </button>
        </form>
      ))}
      <div className="flex items-center gap-3 text-sm text-ink-faint before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
        {text("entry.or")}
      </div>
    </div>
  );
}
