import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { manyFilesPath } from "#features/addresses/desk.ts";
import type { Chosen } from "#features/library/many.ts";

type Props = { files: readonly Chosen[]; credit: string; keywords: string };

/** What shall be said of several files; the page then shows what that would do. A plain form. */
export function ManyFields({ files, credit, keywords }: Props) {
  const t = useTranslations("library.many");
  return (
    <form action={manyFilesPath} className="space-y-3 rounded-lg border border-line bg-field px-4 py-3">
      <h2 className="text-lg font-bold">{t("words")}</h2>
      {files.map(({ id }) => (
        <input key={id} type="hidden" name="file" value={id} />
      ))}
      <Field
        id="credit"
        name="credit"
        label={t("credit")}
        hint={t("creditHint")}
        defaultValue={credit}
        maxLength={200}
      />
      <Field id="keywords" name="keywords" label={t("keywords")} hint={t("keywordsHint")} defaultValue={keywords} />
      <Button type="submit">{t("preview")}</Button>
    </form>
  );
}
