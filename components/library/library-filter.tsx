import Link from "next/link";
import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { buttonClass } from "#components/ui/button-class.ts";
import { Field, SelectField } from "#components/ui/field.tsx";
import { libraryPath } from "#features/addresses/desk.ts";
import { FILE_KINDS } from "#features/files/media.ts";
import {
  type FileFilter,
  fileFilterOf,
  isNarrowedTo,
  isWhole,
  LACKS,
  libraryAddress,
  RIGHTS,
  USES,
} from "#features/library/filter.ts";

type Named = readonly { id: number; name: string }[];
type Props = { filter: FileFilter; people: Named; collections: Named };

/** Narrows the library. A plain form, as the one of the list of documents. */
export function LibraryFilter({ filter, people, collections }: Props) {
  const t = useTranslations("library.filter");
  const { words, use, look, alike } = filter;
  return (
    // A new address is a new form: what it shows is what the list was narrowed to.
    <form key={libraryAddress(filter)} action={libraryPath} className="mb-4 space-y-3">
      {look === "grid" ? null : <input type="hidden" name="look" value={look} />}
      {alike === null ? null : <input type="hidden" name="alike" value={alike} />}
      <div className="grid items-end gap-3 sm:grid-cols-[minmax(0,1fr)_16rem_auto]">
        <Field name="words" type="search" label={t("words")} defaultValue={words} maxLength={200} />
        <SelectField name="use" label={t("use")} defaultValue={use ?? ""}>
          <option value="">{t("any")}</option>
          {USES.map((one) => (
            <option key={one} value={one}>
              {t(`uses.${one}`)}
            </option>
          ))}
        </SelectField>
        <Button type="submit">{t("show")}</Button>
      </div>
      <details open={isNarrowedTo({ ...filter, use: null })} className="rounded-md border border-line bg-field px-4">
        <summary className="min-h-11 cursor-pointer content-center font-semibold">{t("more")}</summary>
        <MoreFields {...{ filter, people, collections }} />
      </details>
      {isWhole(filter) ? null : (
        <Link
          href={libraryAddress({ ...fileFilterOf({}), look })}
          prefetch={false}
          className={buttonClass("quiet", "-ml-4")}
        >
          {t("reset")}
        </Link>
      )}
    </form>
  );
}

function MoreFields({ filter, people, collections }: Props) {
  const t = useTranslations("library.filter");
  const { kind, personId, lack, collectionId, right, from, until } = filter;
  return (
    <div className="grid gap-3 pt-1 pb-4 sm:grid-cols-2 lg:grid-cols-4">
      <SelectField name="kind" label={t("kind")} defaultValue={kind ?? ""}>
        <option value="">{t("any")}</option>
        {FILE_KINDS.map((one) => (
          <option key={one} value={one}>
            {t(`kinds.${one}`)}
          </option>
        ))}
      </SelectField>
      <SelectField name="person" label={t("person")} defaultValue={personId ?? ""}>
        <option value="">{t("any")}</option>
        {people.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      <SelectField name="lack" label={t("lack")} defaultValue={lack ?? ""}>
        <option value="">{t("any")}</option>
        {LACKS.map((one) => (
          <option key={one} value={one}>
            {t(`lacks.${one}`)}
          </option>
        ))}
      </SelectField>
      <SelectField name="right" label={t("right")} defaultValue={right ?? ""}>
        <option value="">{t("any")}</option>
        {RIGHTS.map((one) => (
          <option key={one} value={one}>
            {t(`rights.${one}`)}
          </option>
        ))}
      </SelectField>
      {collections.length === 0 ? null : (
        <SelectField name="collection" label={t("collection")} defaultValue={collectionId ?? ""}>
          <option value="">{t("any")}</option>
          {collections.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
      )}
      <Field name="from" type="date" label={t("from")} defaultValue={from ?? ""} />
      <Field name="until" type="date" label={t("until")} defaultValue={until ?? ""} />
    </div>
  );
}
