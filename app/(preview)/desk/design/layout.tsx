import type { Viewport } from "next";
import type { ReactNode } from "react";
import "#components/site/reader.css";
import "#components/site/pages.css";
import "#components/site/design/design.css";

export const dynamic = "force-dynamic";
export const viewport: Viewport = { colorScheme: "light dark" };

/** The reader's sheet, and what shows its parts. */
export default function DesignLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="vi">
      <body>{children}</body>
    </html>
  );
}
