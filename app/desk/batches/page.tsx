import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BatchList } from "#components/desk/batches/batch-list.tsx";
import { ListsChanged } from "#components/desk/live/lists-changed.tsx";
import { OlderPages } from "#components/desk/older-pages.tsx";
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
      <OlderPages
        path={batchesPath}
        isOlder={before !== null}
        next={older}
        words={{ pages: t("pages"), newest: t("newest"), older: t("older") }}
      />
      <ListsChanged mark={mark} />
    </>
  );
}
