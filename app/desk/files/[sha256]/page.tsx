import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AlikeCard } from "#components/library/alike-card.tsx";
import { CollectionsCard } from "#components/library/collections-card.tsx";
import { FileFacts } from "#components/library/file-facts.tsx";
import { FileGoing, WhereItIs } from "#components/library/file-going.tsx";
import { FilesSettle } from "#components/library/files-settle.tsx";
import { LargePicture } from "#components/library/large-picture.tsx";
import { RightsCard } from "#components/library/rights-card.tsx";
import { Tombstone } from "#components/library/tombstone.tsx";
import { UsesList } from "#components/library/uses-list.tsx";
import { WordsForm } from "#components/library/words-form.tsx";
import { WordsShown } from "#components/library/words-shown.tsx";
import { buttonClass, LINK } from "#components/ui/button-class.ts";
import { Note } from "#components/ui/note.tsx";
import { libraryFilePath, libraryPath, replaceFilePath } from "#features/addresses/desk.ts";
import { outcomeOf } from "#features/edge/outcome.ts";
import {
  allCollections,
  collectionsOfFiles,
  erasedFile,
  fileDetails,
  fileRightsHistory,
  fileUses,
  picturesLike,
} from "#features/library/queries.ts";
import { staffOrSignIn } from "#features/sessions/actor.ts";
import { wholeNumber } from "#lib/whole.ts";

type Props = {
  params: Promise<{ sha256: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("library"))("file.title") };
}

/** A file of the library: what it is, its words, and where it is used. */
export default async function FilePage({ params, searchParams }: Props) {
  const { sha256 } = await params;
  const staff = await staffOrSignIn(libraryFilePath(sha256));
  const before = wholeNumber((await searchParams).before);
  const t = await getTranslations("library");
  const [found, used, said] = await Promise.all([
    outcomeOf(() => fileDetails(staff, sha256)),
    outcomeOf(() => fileUses(staff, sha256, before)),
    outcomeOf(() => fileRightsHistory(staff, sha256)),
  ]);
  if (!found.ok && found.code === "not_found") {
    const erased = await erasedFile(staff, sha256);
    if (erased === null) notFound();
    return (
      <>
        <Back />
        <h1 className="mb-4 text-2xl font-bold">{t("going.erasedTitle")}</h1>
        <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
          {used.ok ? <UsesList {...used.value} sha256={sha256} before={before} kept /> : null}
          <Tombstone file={erased} />
        </div>
      </>
    );
  }
  if (!found.ok) return <Note>{found.sentence}</Note>;
  if (!used.ok) return <Note>{used.sentence}</Note>;
  if (!said.ok) return <Note>{said.sentence}</Note>;
  const file = found.value;
  const [all, lying, alike] = await Promise.all([
    allCollections(staff),
    collectionsOfFiles(staff, [file.id]),
    picturesLike(staff, sha256),
  ]);
  return (
    <>
      <Back />
      <h1 className="mb-4 text-2xl font-bold break-words">{file.caption || file.name || t("list.untitled")}</h1>
      <WhereItIs file={file} />
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="space-y-5">
          <LargePicture file={file} />
          {/* Whoever has to hide it quickly does not look for it. */}
          <FileGoing file={file} />
          {file.used ? (
            <p>
              <Link prefetch={false} href={replaceFilePath(sha256)} className={buttonClass("plain")}>
                {t("file.replace")}
              </Link>
            </p>
          ) : null}
          <UsesList {...used.value} sha256={sha256} before={before} kept={file.going.hidden !== null} />
          <AlikeCard sha256={sha256} files={alike} />
        </div>
        <div className="space-y-5">
          {file.mayChange ? <WordsForm file={file} /> : <WordsShown file={file} />}
          <RightsCard file={file} history={said.value} />
          <CollectionsCard fileIds={[file.id]} {...{ all, lying }} />
          <FileFacts file={file} />
        </div>
      </div>
      <FilesSettle hashes={file.state === "waiting" ? [sha256] : []} />
    </>
  );
}

async function Back() {
  const t = await getTranslations("library");
  return (
    <p>
      <Link prefetch={false} href={libraryPath} className={LINK}>
        {t("file.back")}
      </Link>
    </p>
  );
}
