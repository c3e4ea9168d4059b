import type { Metadata } from "next";
import "#components/site/pages.css";
import type { ReactNode } from "react";
import { ArchiveMonth, ArchiveView } from "#components/site/archive-view.tsx";
import { aboveDate, dateName } from "#components/site/archive-words.ts";
import { inFigures } from "#components/site/count.ts";
import { ListView } from "#components/site/list-view.tsx";
import { listMetadata } from "#components/site/page-metadata.ts";
import { listThings } from "#components/site/site-data.ts";
import { SitePage } from "#components/site/site-page.tsx";
import { StructuredData } from "#components/site/structured-data.tsx";
import { type ArchiveDate, archivePath } from "#features/addresses/lists.ts";
import { frameOf } from "#features/reading/frame.ts";
import { archiveDay, archiveDays, archiveMonths, archiveYears } from "#features/reading/lists.ts";
import { originOf } from "#features/reading/origin.ts";
import { emblemOf, siteOf } from "#features/reading/queries.ts";
import type { Site } from "#features/reading/types.ts";
import { say } from "#features/reading/words.ts";

type Props = { params: Promise<{ site: string; date: string; page: string }> };

async function asked(params: Props["params"]) {
  const { date, page } = await params;
  return { date: date === "all" ? "" : date, page: Number(page) };
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const site = await siteOf(params);
  const { date, page } = await asked(params);
  const name = dateName(date);
  const description = say("archive.description", { site: site.name, date: name });
  const { pages = 1, cards = [] } = (isDay(date) ? await archiveDay(site.id, date, page) : null) ?? {};
  const path = archivePath(date, page);
  const shown = { cards, emblem: await emblemOf(site) };
  return listMetadata(site, originOf(site), { name, description, path, page, pages, ...shown });
}

/** @throws for a date or page without articles: the front asked first and answers 404 itself */
export default async function ArchivePage({ params }: Props) {
  const site = await siteOf(params);
  const { date, page } = await asked(params);
  return (
    <SitePage {...(await frameOf(params))} at={archivePath(date)}>
      {await shown(site.id, date, page)}
      <StructuredData things={archiveThings(site, originOf(site), date, page)} />
    </SitePage>
  );
}

function archiveThings(site: Site, origin: string, date: ArchiveDate, page: number) {
  const name = dateName(date);
  const above = aboveDate(date).map(({ words, path }) => ({ name: words, path }));
  return listThings(site, origin, {
    name,
    at: archivePath(date, page),
    way: [...above, { name, path: archivePath(date) }],
  });
}

async function shown(siteId: number, date: ArchiveDate, page: number): Promise<ReactNode> {
  if (date === "") return <ArchiveView date="" parts={await archiveYears(siteId)} />;
  if (!date.includes("-")) return <ArchiveView date={date} parts={await archiveMonths(siteId, date)} />;
  if (!isDay(date)) return <ArchiveMonth month={date} days={await archiveDays(siteId, date)} />;
  const found = await archiveDay(siteId, date, page);
  if (found === null) throw new Error(`Site ${siteId} has no page ${page} of ${date}.`);
  const { listed, ...list } = found;
  return (
    <ListView
      title={dateName(date)}
      intro={say("archive.onDay", { count: inFigures(listed) })}
      above={aboveDate(date)}
      pathOf={(at) => archivePath(date, at)}
      {...list}
    />
  );
}

const isDay = (date: ArchiveDate) => date.split("-").length === 3;
