import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { DocumentRow } from "#components/desk/document-row.tsx";
import { pageOf } from "#components/desk/home-lists.tsx";
import { ListCard } from "#components/desk/list-card.tsx";
import { ListsChanged } from "#components/desk/live/lists-changed.tsx";
import { RootHead } from "#components/desk/root-head.tsx";
import { LINK } from "#components/ui/button-class.ts";
import { frontPath, frontsPath } from "#features/addresses/desk.ts";
import { placesFor } from "#features/arranging/queries.ts";
import { frontList } from "#features/desk/queries.ts";
import { listsMark } from "#features/live/queries.ts";
import { editsRoot } from "#features/roles/roles.ts";
import { staffOrSignIn } from "#features/sessions/actor.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("desk.fronts"))("title") };
}

/** The pages that list articles: what stands there, and how each is arranged. */
export default async function FrontsPage() {
  const staff = await staffOrSignIn(frontsPath);
  const mark = await listsMark();
  const [t, places, lines] = await Promise.all([getTranslations("desk.fronts"), placesFor(staff), frontList(staff)]);
  return (
    <>
      <RootHead kind="front" title={t("title")} about={t("about")} mayBegin={editsRoot(staff)} />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <ListCard id="places" title={t("places")} empty="">
          {places.map(({ sectionId, name, depth, mayChoose }) => (
            <li
              key={sectionId ?? "home"}
              className="flex min-h-11 flex-wrap items-center gap-x-3 border-line border-t py-1 first:border-t-0"
            >
              <span className={["", "ps-4", "ps-8"][Math.min(depth, 2)]}>
                <Link
                  className={`${LINK} inline-flex min-h-9 items-center`}
                  href={frontPath(sectionId)}
                  prefetch={false}
                >
                  {sectionId === null ? t("home") : name}
                </Link>
              </span>
              {mayChoose ? null : <span className="text-ink-soft text-sm">{t("looksOnly")}</span>}
            </li>
          ))}
        </ListCard>
        <ListCard id="arrangements" title={t("arrangements")} count={lines.length} empty={t("noArrangements")}>
          {lines.map((line) => (
            <DocumentRow key={line.id} line={line} href={pageOf(line)} />
          ))}
        </ListCard>
      </div>
      <ListsChanged mark={mark} />
    </>
  );
}
