import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import "#components/site/reader.css";
import "#components/site/pages.css";

export const dynamic = "force-dynamic";
export const viewport: Viewport = { colorScheme: "light dark" };
export const metadata: Metadata = {
  robots: { index: false, follow: false },
  formatDetection: { telephone: false, date: false, address: false, email: false },
};

/** The reader's sheet around a text or a front of the desk. Links open beside it: the frame goes on showing what is decided on. */
export default function FramedLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="vi">
      <head>
        <base target="_blank" />
      </head>
      <body>{children}</body>
    </html>
  );
}
