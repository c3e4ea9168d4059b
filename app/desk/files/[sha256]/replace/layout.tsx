import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";

/** The new file may be chosen in the editor's dialog of the library. */
export default async function ReplaceLayout({ children }: { children: ReactNode }) {
  const { common, editor, replacing } = await getMessages();
  const { figure, library, upload } = editor;
  return (
    <NextIntlClientProvider messages={{ common, replacing, editor: { figure, library, upload } }}>
      {children}
    </NextIntlClientProvider>
  );
}
