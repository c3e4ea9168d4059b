import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { Field, SelectField } from "#components/ui/field.tsx";
import { STANDS, type Stand } from "#features/desk/lines.ts";

/** Narrows the list by where articles stand and by words of their headlines. A plain form: its address can be kept. */
export function ArticleFilter({ stand, words }: { stand: Stand | null; words: string }) {
  const t = useTranslations("desk");
  const standing = useTranslations("terms.stand");
  return (
    <form action="/desk/articles" className="mb-4 grid items-end gap-3 sm:grid-cols-[minmax(0,1fr)_16rem_auto]">
      <Field id="words" name="words" type="search" label={t("all.words")} defaultValue={words} maxLength={200} />
      <SelectField id="stand" name="stand" label={t("all.stand")} defaultValue={stand ?? ""}>
        <option value="">{t("all.any")}</option>
        {STANDS.map((one) => (
          <option key={one} value={one}>
            {standing(one)}
          </option>
        ))}
      </SelectField>
      <Button type="submit">{t("all.show")}</Button>
    </form>
  );
}
