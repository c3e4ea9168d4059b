import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DocumentRow } from "#components/desk/document-row.tsx";
import { pageOf } from "#components/desk/home-lists.tsx";
import { ListCard } from "#components/desk/list-card.tsx";
import { ListsChanged } from "#components/desk/live/lists-changed.tsx";
import { RootHead } from "#components/desk/root-head.tsx";
import { pagesPath } from "#features/addresses/desk.ts";
import { pageList } from "#features/desk/queries.ts";
import { listsMark } from "#features/live/queries.ts";
import { editsRoot } from "#features/roles/roles.ts";
import { staffOrSignIn } from "#features/sessions/actor.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("desk"))("pages.title") };
}

/** The pages that stand for themselves, and where each of them stands. */
export default async function PagesPage() {
  const staff = await staffOrSignIn(pagesPath);
  const mark = await listsMark();
  const [t, places, lines] = await Promise.all([
    getTranslations("desk.pages"),
    getTranslations("desk.changes.places"),
    pageList(staff),
  ]);
  return (
    <>
      <RootHead kind="page" title={t("title")} about={t("about")} mayBegin={editsRoot(staff)} />
      <ListCard id="pages" title={t("list")} count={lines.length} empty={t("none")}>
        {lines.map((line) => (
          <DocumentRow
            key={line.id}
            line={line}
            href={pageOf(line)}
            place={[line.path ?? t("noAddress"), line.place === null ? null : places(line.place)]
              .filter((part) => part !== null)
              .join(" · ")}
          />
        ))}
      </ListCard>
      <ListsChanged mark={mark} />
    </>
  );
}
