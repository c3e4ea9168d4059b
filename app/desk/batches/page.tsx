import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BatchList } from "#components/desk/batches/batch-list.tsx";
import { ListsChanged } from "#components/desk/live/lists-changed.tsx";
import { PageLink } from "#components/desk/page-link.tsx";
import { batchesPath } from "#features/addresses/desk.ts";
import { batchesDone, batchesWaiting } from "#features/importing/queries.ts";
import { listsMark } from "#features/live/queries.ts";
import { staffOrSignIn } from "#features/sessions/actor.ts";
import { wholeNumber } from "#lib/whole.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("import"))("title") };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function BatchesPage({ searchParams }: Props) {
  const before = wholeNumber((await searchParams).before);
  const staff = await staffOrSignIn(batchesPath);
  const t = await getTranslations("import");
  const mark = await listsMark();
  // What waits stands above everything, on the first page.
  const [waiting, { done, older }] = await Promise.all([
    before === null ? batchesWaiting(staff) : [],
    batchesDone(staff, before),
  ]);
  return (
    <>
      <h1 className="text-2xl font-bold">{t("title")}</h1>
      <p className="max-w-prose">{t("about")}</p>
      <BatchList batches={[...waiting, ...done]} />
      {before !== null || older !== null ? (
        <nav className="mt-4 flex flex-wrap justify-between gap-3" aria-label={t("pages")}>
          {before === null ? <span /> : <PageLink href={batchesPath}>{t("newest")}</PageLink>}
          {older === null ? null : <PageLink href={`${batchesPath}?before=${older}`}>{t("older")}</PageLink>}
        </nav>
      ) : null}
      <ListsChanged mark={mark} />
    </>
  );
}
