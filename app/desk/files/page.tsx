import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { ListPages } from "#components/desk/list-pages.tsx";
import { TakesFocus } from "#components/desk/takes-focus.tsx";
import { CollectionHead } from "#components/library/collection-head.tsx";
import { FileList } from "#components/library/file-list.tsx";
import { LibraryFilter } from "#components/library/library-filter.tsx";
import { UploadPanel } from "#components/library/upload-panel.tsx";
import { LINK } from "#components/ui/button-class.ts";
import { Note } from "#components/ui/note.tsx";
import { binPath, libraryFilePath } from "#features/addresses/desk.ts";
import { outcomeOf } from "#features/edge/outcome.ts";
import { fileFilterOf, isWhole, libraryAddress } from "#features/library/filter.ts";
import { allCollections, bringers, fileList } from "#features/library/queries.ts";
import { staffOrSignIn } from "#features/sessions/actor.ts";
import { wholeNumber } from "#lib/whole.ts";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("library"))("title") };
}

/** Every file of the site. Whoever has no say over articles is told so. */
export default async function LibraryPage({ searchParams }: Props) {
  const search = await searchParams;
  const filter = fileFilterOf(search);
  const [changed, binned] = [wholeNumber(search.changed), wholeNumber(search.binned)];
  const staff = await staffOrSignIn(libraryAddress(filter));
  const t = await getTranslations("library");
  const [found, people] = await Promise.all([outcomeOf(() => fileList(staff, filter)), bringers(staff.siteId)]);
  if (!found.ok) {
    return (
      <>
        <h1 className="mb-4 text-2xl font-bold">{t("title")}</h1>
        <Note>{found.sentence}</Note>
      </>
    );
  }
  const collections = await allCollections(staff);
  const collection = collections.find(({ id }) => id === filter.collectionId);
  return (
    <>
      <UploadPanel title={t("title")} about={t("about")} personId={staff.personId} />
      {changed === null && binned === null ? null : (
        <TakesFocus className="mb-4">
          <Note look="done">
            {changed === null ? t("many.binned", { count: binned ?? 0 }) : t("many.changed", { count: changed })}
          </Note>
        </TakesFocus>
      )}
      <LibraryFilter {...{ filter, people, collections }} />
      {filter.alike === null ? null : (
        <p className="mb-4">
          <Link href={libraryFilePath(filter.alike)} prefetch={false} className={LINK}>
            {t("alike.back")}
          </Link>
        </p>
      )}
      {collection === undefined ? null : <CollectionHead key={collection.id} collection={collection} />}
      <FileList
        {...found.value}
        filter={filter}
        empty={t(isWhole(filter) && filter.cursor === null ? "list.empty" : "list.nothing")}
      />
      <ListPages
        here={filter.cursor}
        before={found.value.before}
        after={found.value.after}
        addressAt={(cursor) => libraryAddress({ ...filter, cursor })}
      />
      <p className="mt-4">
        <Link prefetch={false} href={binPath()} className={LINK}>
          {t("bin.open")}
        </Link>
      </p>
    </>
  );
}
