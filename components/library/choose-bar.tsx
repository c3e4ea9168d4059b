import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { manyFilesPath } from "#features/addresses/desk.ts";

/** By which boxes of the list belong to this form. */
export const CHOOSE_FORM = "choose";

/** Goes on with the files that are ticked. A plain form: they stand in the address of the next page. */
export function ChooseBar() {
  const t = useTranslations("library.many");
  return (
    <form id={CHOOSE_FORM} action={manyFilesPath} className="border-line border-t pt-3 pb-1">
      <Button type="submit" className="max-sm:w-full">
        {t("go")}
      </Button>
    </form>
  );
}
