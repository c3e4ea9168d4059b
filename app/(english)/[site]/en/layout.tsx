import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import "#components/site/reader.css";
import { viewportOf } from "#components/site/paper.ts";
import { READER_SCRIPT } from "#components/site/reader-script.ts";
import { siteIcons } from "#components/site/site-icons.ts";
import { manifestPath } from "#features/addresses/machines.ts";
import { originOf } from "#features/reading/origin.ts";
import { emblemOf, siteOf } from "#features/reading/queries.ts";
import { englishName } from "#features/reading/words-in-english.ts";

export const dynamic = "force-dynamic";

type Props = { params: Promise<{ site: string }>; children: ReactNode };

export async function generateViewport({ params }: Props): Promise<Viewport> {
  return viewportOf((await siteOf(params)).accent);
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const site = await siteOf(params);
  const { name } = englishName(site);
  return {
    metadataBase: new URL(originOf(site)),
    title: { default: name, template: `%s - ${name}` },
    icons: siteIcons(await emblemOf(site)),
    manifest: manifestPath,
    formatDetection: { telephone: false, date: false, address: false, email: false },
  };
}

/** A document of its own: it says of all of it that it is English. */
export default async function EnglishLayout({ params, children }: Props) {
  const site = await siteOf(params);
  return (
    <html lang="en" className={`accent-${site.accent}`}>
      <head>
        {/* Not later: nothing may move that somebody has begun to read. */}
        <script src={READER_SCRIPT} />
      </head>
      <body>{children}</body>
    </html>
  );
}
