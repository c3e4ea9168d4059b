import { useTranslations } from "next-intl";
import { mediaOf } from "#features/files/media.ts";
import { typedKeywords } from "#features/library/keywords.ts";
import type { FileDetails } from "#features/library/types.ts";
import { Fact } from "./fact.tsx";

/** The words of a file, for whoever may not change them. */
export function WordsShown({ file }: { file: FileDetails }) {
  const t = useTranslations("library.words");
  const kind = mediaOf(file.mediaType)?.kind ?? "document";
  const said = { ...file, keywords: typedKeywords(file.keywords) };
  return (
    <section aria-labelledby="words-title" className="rounded-lg border border-line bg-field px-4 py-3">
      <h2 id="words-title" className="text-lg font-bold">
        {t("title", { kind })}
      </h2>
      <p className="mb-1 text-sm text-ink-soft">{t("notYours")}</p>
      <dl className="divide-y divide-line">
        {(["caption", "credit", "alt", "creator", "copyright", "keywords"] as const).map((name) => (
          <Fact key={name} name={t(name, { kind })}>
            {said[name] || t("none")}
          </Fact>
        ))}
      </dl>
    </section>
  );
}
