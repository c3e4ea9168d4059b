import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { FilesSettle } from "#components/library/files-settle.tsx";
import { ChooseNext } from "#components/replacing/choose-next.tsx";
import { PlacesForm } from "#components/replacing/places-form.tsx";
import { PlacesList } from "#components/replacing/places-list.tsx";
import { TwoFiles } from "#components/replacing/two-files.tsx";
import { LINK } from "#components/ui/button-class.ts";
import { Note } from "#components/ui/note.tsx";
import { libraryFilePath, replaceFilePath } from "#features/addresses/desk.ts";
import { outcomeOf } from "#features/edge/outcome.ts";
import { canBeReplaced } from "#features/replacing/places.ts";
import { replacement } from "#features/replacing/queries.ts";
import { staffOrSignIn } from "#features/sessions/actor.ts";

type Props = {
  params: Promise<{ sha256: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("replacing"))("title") };
}

/** Another file in the place of one: which, and in which documents. */
export default async function ReplaceFilePage({ params, searchParams }: Props) {
  const [{ sha256 }, search] = [await params, await searchParams];
  const next = typeof search.next === "string" ? search.next : "";
  const staff = await staffOrSignIn(replaceFilePath(sha256, next));
  const found = await outcomeOf(() => replacement(staff, sha256, next));
  if (!found.ok && found.code === "not_found") notFound();
  if (!found.ok) return <Note>{found.sentence}</Note>;
  const { old, next: other, places, unseen, isMore } = found.value;
  const t = await getTranslations("replacing");
  return (
    <div className="max-w-4xl space-y-5">
      <p>
        <Link prefetch={false} href={libraryFilePath(sha256)} className={LINK}>
          {t("back")}
        </Link>
      </p>
      <h1 className="text-2xl font-bold">{t("title")}</h1>
      <p className="text-ink-soft">{t("about")}</p>
      <TwoFiles {...{ old, next: other }} />
      <ChooseNext
        {...{ sha256, mediaType: old.mediaType, personId: staff.personId }}
        isChosen={other !== null && other.whyNot === null}
      />
      {other === null ? null : other.whyNot === null ? (
        <section aria-labelledby="places" className="space-y-3 rounded-lg border border-line bg-field px-4 py-3">
          <h2 id="places" className="text-lg font-bold">
            {t("places")}
          </h2>
          <PlacesForm key={other.sha256} {...{ sha256, next: other.sha256 }} canBe={places.some(canBeReplaced)}>
            <PlacesList {...{ places, unseen, isMore }} />
          </PlacesForm>
        </section>
      ) : (
        <Note look="problem">{other.whyNot}</Note>
      )}
      <FilesSettle hashes={other?.state === "waiting" ? [other.sha256] : []} />
    </div>
  );
}
