import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { buttonClass } from "#components/ui/button-class.ts";
import { Field } from "#components/ui/field.tsx";
import { peoplePath } from "#features/addresses/desk.ts";

type Props = { wanted: string; found: number; shown: number; total: number };

/** Looks for people by name or address: a plain form, so that its answer has an address of its own. */
export function PersonSearch({ wanted, found, shown, total }: Props) {
  const t = useTranslations("people");
  return (
    <search className="space-y-2">
      <form action={peoplePath} className="flex flex-wrap items-end gap-2">
        <div className="min-w-0 grow basis-60">
          <Field id="wanted" name="q" type="search" label={t("search")} defaultValue={wanted} autoComplete="off" />
        </div>
        <Button type="submit">{t("find")}</Button>
        {wanted === "" ? null : (
          <a className={buttonClass()} href={peoplePath}>
            {t("showAll")}
          </a>
        )}
      </form>
      {found === 0 || (wanted === "" && shown === total) ? null : (
        <p className="text-sm text-ink-soft" role="status">
          {wanted === ""
            ? t("ofAll", { shown, total })
            : t(shown < found ? "ofFoundMore" : "ofFound", { shown, found, wanted })}
        </p>
      )}
    </search>
  );
}
