"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { HourField } from "#components/desk/moves/hour-field.tsx";
import { Button } from "#components/ui/button.tsx";
import { toTyped } from "#lib/dates.ts";
import { hourSaid } from "#lib/hours.ts";

type Props = {
  /** The screen's own address. */
  path: string;
  /** As it is typed; "" for now. */
  at: string;
};

/** As of which hour a front is looked at, and from when on what is pressed holds. */
export function LookAt({ path, at }: Props) {
  const t = useTranslations("desk.fronts");
  const router = useRouter();
  return (
    <form
      className="flex max-w-2xl flex-wrap items-end gap-2"
      action={path}
      onSubmit={(event) => {
        event.preventDefault();
        const field = event.currentTarget.elements.namedItem("at");
        // As it stands there: it may have been typed before this script had come.
        const words = field instanceof HTMLInputElement ? field.value.trim() : "";
        const meant = hourSaid(words, new Date());
        if (meant !== null) router.push(`${path}?at=${encodeURIComponent(toTyped(meant))}`);
        // No hour is now; one that cannot be read says so below its field.
        else if (field instanceof HTMLInputElement && words !== "") field.focus();
        else router.push(path);
      }}
    >
      <div className="min-w-0 grow basis-72">
        <HourField key={at} id="look-at" name="at" label={t("lookAt")} begin={at} />
      </div>
      <Button type="submit">{t("look")}</Button>
      {at === "" ? null : <Button onClick={() => router.push(path)}>{t("lookNow")}</Button>}
    </form>
  );
}
