import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { getText } from "./_i18n/get-text.ts";
import { everydayTexts } from "./_i18n/everyday-texts.ts";
import { directionOf } from "./_i18n/language.ts";
import { loadCatalogue } from "./_i18n/load-catalogue.ts";
import { TextProvider } from "./_i18n/text-provider.tsx";
import { parseTheme, THEME_COOKIE } from "./_lib/theme.ts";
import { TrpcProvider } from "./_lib/trpc-provider.tsx";
import { monoLatin, sansExtended, sansLatin } from "./fonts.ts";
import "./globals.css";

/** The browser's frame around the page has the page's own colour. */
export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  viewportFit: "cover",
  interactiveWidget: "resizes-content",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fcfbf8" },
    { media: "(prefers-color-scheme: dark)", color: "#181613" },
  ],
};

/** The title that every page's own title stands before. */
export async function generateMetadata(): Promise<Metadata> {
  const text = await getText();
  const name = text("common.appName");
  return {
    title: { default: name, template: `%s · ${name}` },
    description: text("common.description"),
    applicationName: name,
    robots: { index: false },
  };
}

/** The document: language, direction and theme come from cookies, so that the first paint is already right. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const [text, jar] = await Promise.all([getText(), cookies()]);
  const theme = parseTheme(jar.get(THEME_COOKIE)?.value);
  const fonts = `${sansLatin.variable} ${sansExtended.variable} ${monoLatin.variable}`;
  return (
    <html
      lang={text.language}
      dir={directionOf(text.language)}
      className={fonts}
      {...(theme === "system" ? {} : { "data-theme": theme })}
      suppressHydrationWarning
    >
      <body>
        <TextProvider language={text.language} catalogue={everydayTexts(loadCatalogue(text.language))}>
          <TrpcProvider>{children}</TrpcProvider>
        </TextProvider>
      </body>
    </html>
  );
}
