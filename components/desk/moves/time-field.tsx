import { useTranslations } from "next-intl";
import { HourField } from "./hour-field.tsx";
import type { PressOptions } from "./press-fields.tsx";

type Props = { options: Pick<PressOptions, "hours">; problem?: string };

/** When something goes out. */
export function TimeField({ options: { hours }, problem }: Props) {
  const t = useTranslations("desk.press");
  return (
    <HourField id="press-at" name="at" label={t("at")} begin={hours[0]?.at ?? ""} hours={hours} problem={problem} />
  );
}
