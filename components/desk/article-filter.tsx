import Link from "next/link";
import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { buttonClass } from "#components/ui/button-class.ts";
import { Field, SelectField } from "#components/ui/field.tsx";
import { documentsPath } from "#features/addresses/desk.ts";
import { DATES, STANDS } from "#features/desk/lines.ts";
import { addressOf, filterOf, isNarrowed, type ListFilter } from "#features/desk/list-filter.ts";
import { KINDS, type KindName } from "#features/kinds/kinds.ts";
import { SectionOptions } from "./section-options.tsx";

const KIND_NAMES = Object.keys(KINDS) as KindName[];

type Props = {
  filter: ListFilter;
  sections: readonly { id: number; name: string; depth: number }[];
  people: readonly { id: number; name: string }[];
};

/**
 * Narrows and orders the list of all documents. A plain form: its address can be kept and sent on. What is asked for less
 * often is folded away, unless it says something.
 */
export function ArticleFilter({ filter, sections, people }: Props) {
  const t = useTranslations("desk.all");
  const standing = useTranslations("terms.stand");
  const { words, stand } = filter;
  const isUsual = addressOf({ ...filter, cursor: null }) === addressOf(filterOf({}));
  return (
    // A new address is a new form: what it shows is what the list was narrowed to.
    <form key={addressOf(filter)} action={documentsPath} className="mb-4 space-y-3">
      <div className="grid items-end gap-3 sm:grid-cols-[minmax(0,1fr)_16rem_auto]">
        <Field name="words" type="search" label={t("words")} defaultValue={words} maxLength={200} />
        <SelectField name="stand" label={t("stand")} defaultValue={stand ?? ""}>
          <option value="">{t("any")}</option>
          {STANDS.map((one) => (
            <option key={one} value={one}>
              {standing(one)}
            </option>
          ))}
        </SelectField>
        <Button type="submit">{t("show")}</Button>
      </div>
      <details open={isNarrowed(filter)} className="rounded-md border border-line bg-field px-4">
        <summary className="min-h-11 cursor-pointer content-center font-semibold">{t("more")}</summary>
        <MoreFields filter={filter} sections={sections} people={people} />
      </details>
      {isUsual ? null : (
        <Link href={documentsPath} prefetch={false} className={buttonClass("quiet", "-ml-4")}>
          {t("reset")}
        </Link>
      )}
    </form>
  );
}

function MoreFields({ filter, sections, people }: Props) {
  const t = useTranslations("desk.all");
  const kinds = useTranslations("terms.kinds");
  const { kind, sectionId, personId, date, from, until, oldestFirst } = filter;
  return (
    <div className="grid gap-3 pt-1 pb-4 sm:grid-cols-2 lg:grid-cols-3">
      <SelectField name="kind" label={t("kind")} defaultValue={kind ?? ""}>
        <option value="">{t("any")}</option>
        {KIND_NAMES.map((one) => (
          <option key={one} value={one}>
            {kinds(one)}
          </option>
        ))}
      </SelectField>
      <SelectField name="section" label={t("section")} defaultValue={sectionId ?? ""}>
        <option value="">{t("any")}</option>
        <SectionOptions sections={sections} />
      </SelectField>
      <SelectField name="person" label={t("person")} defaultValue={personId ?? ""}>
        <option value="">{t("any")}</option>
        {people.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      <SelectField name="date" label={t("date")} defaultValue={date}>
        {DATES.map((one) => (
          <option key={one} value={one}>
            {t(`dates.${one}`)}
          </option>
        ))}
      </SelectField>
      <Field name="from" type="date" label={t("from")} defaultValue={from ?? ""} />
      <Field name="until" type="date" label={t("until")} defaultValue={until ?? ""} />
      <SelectField name="order" label={t("order")} defaultValue={oldestFirst ? "oldest" : ""}>
        <option value="">{t("newestFirst")}</option>
        <option value="oldest">{t("oldestFirst")}</option>
      </SelectField>
    </div>
  );
}
