import { useTranslations } from "next-intl";
import { RightsFields } from "#components/rights/rights-fields.tsx";
import { Button } from "#components/ui/button.tsx";
import { Details } from "#components/ui/details.tsx";
import { Field } from "#components/ui/field.tsx";
import { manyFilesPath } from "#features/addresses/desk.ts";
import type { Chosen } from "#features/library/many.ts";
import type { Problems } from "#lib/checked.ts";
import type { ManyTyped } from "./many-typed.ts";

type Props = { files: readonly Chosen[]; typed: ManyTyped; problems: Problems; saysRights: boolean };

/** What shall be said of several files; the page then shows what that would do. A plain form. */
export function ManyFields({ files, typed, problems, saysRights }: Props) {
  const t = useTranslations("library.many");
  const rights = useTranslations("rights.many");
  return (
    <form action={manyFilesPath} className="space-y-3 rounded-lg border border-line bg-field px-4 py-3">
      <h2 className="text-lg font-bold">{t("words")}</h2>
      {files.map(({ id }) => (
        <input key={id} type="hidden" name="file" value={id} />
      ))}
      <Field
        name="credit"
        label={t("credit")}
        hint={t("creditHint")}
        problem={problems.credit}
        defaultValue={typed.credit}
        maxLength={200}
      />
      <Field
        name="keywords"
        label={t("keywords")}
        hint={t("keywordsHint")}
        problem={problems.keywords}
        defaultValue={typed.keywords}
      />
      <Details label={rights("title")} open={saysRights}>
        <p className="mb-3 text-ink-soft">{rights("hint")}</p>
        <RightsFields id="many" said={typed} problems={problems} blank={rights("keep")} mayKeepAi />
      </Details>
      <Button type="submit">{t("preview")}</Button>
    </form>
  );
}
