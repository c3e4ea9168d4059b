import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BatchList } from "#components/desk/batches/batch-list.tsx";
import { ListsChanged } from "#components/desk/live/lists-changed.tsx";
import { batchesPath } from "#features/addresses/desk.ts";
import { staffOrSignIn } from "#features/identity/actor.ts";
import { batches } from "#features/importing/queries.ts";
import { listsMark } from "#features/live/queries.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("import"))("title") };
}

export default async function BatchesPage() {
  const staff = await staffOrSignIn(batchesPath);
  const t = await getTranslations("import");
  const mark = await listsMark();
  return (
    <>
      <h1 className="text-2xl font-bold">{t("title")}</h1>
      <p className="max-w-prose">{t("about")}</p>
      <BatchList batches={await batches(staff)} />
      <ListsChanged mark={mark} />
    </>
  );
}
