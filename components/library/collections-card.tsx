import Link from "next/link";
import { useTranslations } from "next-intl";
import { LINK } from "#components/ui/button-class.ts";
import type { Collection } from "#features/library/collections.ts";
import { fileFilterOf, libraryAddress } from "#features/library/filter.ts";
import { CollectForm } from "./collect-form.tsx";
import { TakeOut } from "./take-out.tsx";

type Props = {
  fileIds: readonly number[];
  /** Those of the site, and those that any of the files lie in. */
  all: readonly Collection[];
  lying: readonly Collection[];
};

/** In which collections files lie; out of these they can be taken, and into others they can be laid. */
export function CollectionsCard({ fileIds, all, lying }: Props) {
  const t = useTranslations("library.collections");
  return (
    <section aria-labelledby="collections" className="space-y-2 rounded-lg border border-line bg-field px-4 py-3">
      <h2 id="collections" className="text-lg font-bold">
        {t("title")}
      </h2>
      {lying.length === 0 ? <p className="text-ink-soft">{t("none", { count: fileIds.length })}</p> : null}
      <ul className="divide-y divide-line empty:hidden">
        {lying.map((one) => (
          <li key={one.id} className="flex flex-wrap items-center justify-between gap-x-3">
            <p className="min-w-0 grow basis-40 break-words">
              <Link
                href={libraryAddress({ ...fileFilterOf({}), collectionId: one.id })}
                prefetch={false}
                className={LINK}
              >
                {one.name}
              </Link>
              {fileIds.length > 1 ? <span className="text-ink-soft"> · {t("holds", { size: one.size })}</span> : null}
            </p>
            <TakeOut {...{ fileIds, from: one }} />
          </li>
        ))}
      </ul>
      <CollectForm {...{ fileIds, all }} />
    </section>
  );
}
