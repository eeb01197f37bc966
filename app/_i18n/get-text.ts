import { cookies, headers } from "next/headers";
import { cache } from "react";
import { createText, type Text } from "./create-text.ts";
import { LANGUAGE_COOKIE, pickLanguage } from "./language.ts";
import { loadCatalogue } from "./load-catalogue.ts";

/** The text function for server components, in the language of the request. */
export const getText = cache(async (): Promise<Text> => {
  const [jar, sent] = await Promise.all([cookies(), headers()]);
  const language = pickLanguage(jar.get(LANGUAGE_COOKIE)?.value, sent.get("accept-language"));
  return createText(language, loadCatalogue(language));
});
