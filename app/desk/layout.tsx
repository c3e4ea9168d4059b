import type { Metadata, Viewport } from "next";
import { NextIntlClientProvider } from "next-intl";
import { getMessages, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Shell } from "#components/desk/shell.tsx";
import { ICONS } from "#components/site/site-icons.ts";
import { deskPath } from "#features/addresses/desk.ts";
import { concernedByBatches } from "#features/importing/queries.ts";
import { originOf } from "#features/reading/origin.ts";
import { siteById } from "#features/reading/queries.ts";
import { staffOrSignIn } from "#features/sessions/actor.ts";
import "../desk.css";

export const dynamic = "force-dynamic";
/** A keyboard makes the window smaller, where a browser can: what stands at its edges stays in sight. */
export const viewport: Viewport = { colorScheme: "light dark", interactiveWidget: "resizes-content" };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("common");
  return { title: { default: t("desk"), template: `%s | ${t("desk")}` }, robots: { index: false }, icons: ICONS };
}

/** The desk's frame. Each page asks for itself who is there: a frame is kept while people go from page to page. */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  const staff = await staffOrSignIn(deskPath);
  const [site, hasBatches] = await Promise.all([siteById(staff.siteId), concernedByBatches(staff)]);
  const { common, desk, editor, login, rights, terms } = await getMessages();
  return (
    <html lang="vi">
      <body>
        <NextIntlClientProvider messages={{ common, desk, editor, login, rights, terms }}>
          <Shell staff={staff} siteName={site.name} publicUrl={originOf(site)} hasBatches={hasBatches}>
            {children}
          </Shell>
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
