import type { Metadata, Viewport } from "next";
import { NextIntlClientProvider } from "next-intl";
import { getMessages, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ICONS } from "#components/site/site-icons.ts";
import "../desk.css";

export const dynamic = "force-dynamic";
export const viewport: Viewport = { colorScheme: "light dark" };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("common");
  return { title: { default: t("desk"), template: `%s | ${t("desk")}` }, robots: { index: false }, icons: ICONS };
}

/** One narrow column: everything here is done once, often on a phone. */
export default async function SignInLayout({ children }: { children: ReactNode }) {
  const { common, login } = await getMessages();
  return (
    <html lang="vi">
      <body>
        <NextIntlClientProvider messages={{ common, login }}>
          <main className="mx-auto flex min-h-dvh w-full max-w-md flex-col justify-center gap-6 px-4 py-8">
            {children}
          </main>
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
