import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { BinMany } from "#components/library/bin-many.tsx";
import { CollectionsCard } from "#components/library/collections-card.tsx";
import { ManyFields } from "#components/library/many-fields.tsx";
import { ManyPress } from "#components/library/many-press.tsx";
import { ManyPreview } from "#components/library/many-preview.tsx";
import { MANY_FIELDS, type ManyTyped } from "#components/library/many-typed.ts";
import { LINK } from "#components/ui/button-class.ts";
import { Note } from "#components/ui/note.tsx";
import { libraryPath, manyFilesPath, saying } from "#features/addresses/desk.ts";
import { outcomeOf } from "#features/edge/outcome.ts";
import { effectOn, ManyForm, saysAnything } from "#features/library/many.ts";
import { allCollections, chosenFiles, collectionsOfFiles } from "#features/library/queries.ts";
import { staffOrSignIn } from "#features/sessions/actor.ts";
import { checked, problemsOf } from "#lib/checked.ts";
import { wholeNumber } from "#lib/whole.ts";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("library"))("many.title") };
}

/** Several files, and what shall be said of all of them: what that would do is seen before it is done. */
export default async function ManyFilesPage({ searchParams }: Props) {
  const { file = [], ...search } = await searchParams;
  const said: ManyTyped = Object.fromEntries(
    MANY_FIELDS.flatMap((name) => {
      const typed = search[name];
      return typeof typed === "string" && typed !== "" ? [[name, typed]] : [];
    }),
  );
  const ids = [file].flat().flatMap((id) => wholeNumber(id) ?? []);
  const staff = await staffOrSignIn(saying(manyFilesPath, { file: ids.map(String), ...said }));
  const t = await getTranslations("library.many");
  const found = await outcomeOf(() => chosenFiles(staff, ids));
  if (!found.ok) return <Note>{found.sentence}</Note>;
  const files = found.value;
  const fileIds = files.map(({ id }) => id);
  const [all, lying] = await Promise.all([allCollections(staff), collectionsOfFiles(staff, fileIds)]);
  const typed = checked(ManyForm, { credit: "", keywords: "", ...said });
  const words = typed.data;
  const isSaid = words !== undefined && saysAnything(words);
  const count = isSaid ? files.filter((one) => ["changes", "replaces"].includes(effectOn(one, words))).length : 0;
  const mine = files.filter(({ mayChange }) => mayChange);
  return (
    <div className="max-w-3xl space-y-4">
      <p>
        <Link prefetch={false} href={libraryPath} className={LINK}>
          {t("back")}
        </Link>
      </p>
      <h1 className="text-2xl font-bold">{t("title")}</h1>
      {files.length === 0 ? null : (
        <p className="line-clamp-4 break-words text-ink-soft">
          {t("which", { count: files.length, names: files.map(({ caption, name }) => caption || name).join(" · ") })}
        </p>
      )}
      {files.length === 0 ? (
        <Note>{t("nothing")}</Note>
      ) : (
        <ManyFields
          files={files}
          typed={said}
          problems={typed.success ? {} : problemsOf(typed.error)}
          saysRights={MANY_FIELDS.some((name) => name !== "credit" && name !== "keywords" && said[name] !== undefined)}
        />
      )}
      {typed.success ? null : <Note look="problem">{typed.error.issues[0]?.message}</Note>}
      {isSaid && files.length > 0 ? (
        <section aria-labelledby="preview" className="space-y-3 rounded-lg border border-line bg-field px-4 py-3">
          <h2 id="preview" className="text-lg font-bold">
            {t("effects", { count, total: files.length })}
          </h2>
          <ManyPreview files={files} said={words} />
          {count > 0 ? <ManyPress files={mine} typed={said} count={count} /> : null}
        </section>
      ) : null}
      {files.length === 0 ? null : <CollectionsCard {...{ fileIds, all, lying }} />}
      {files.length > 0 && !isSaid ? <BinMany files={files} /> : null}
    </div>
  );
}
