import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";

/** The forms of these pages take their words from the browser's side. */
export default async function LibraryLayout({ children }: { children: ReactNode }) {
  const { common, editor, library, rights } = await getMessages();
  // How far a file is on its way is said as in the editor.
  const { upload, figure } = editor;
  return (
    <NextIntlClientProvider messages={{ common, library, rights, editor: { upload, figure } }}>
      {children}
    </NextIntlClientProvider>
  );
}
