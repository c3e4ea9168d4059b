import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";

/** The forms of these pages take their words from the browser's side. */
export default async function BatchesLayout({ children }: { children: ReactNode }) {
  const messages = await getMessages();
  return (
    <NextIntlClientProvider messages={{ common: messages.common, import: messages.import }}>
      <div className="max-w-3xl space-y-5">{children}</div>
    </NextIntlClientProvider>
  );
}
