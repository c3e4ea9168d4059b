"use client";

import { useTranslations } from "next-intl";
import { calledOf } from "#components/desk/called.ts";
import { Button } from "#components/ui/button.tsx";
import { buttonClass } from "#components/ui/button-class.ts";
import { Dialog, DialogActions } from "#components/ui/dialog.tsx";
import type { KindName } from "#features/kinds/kinds.ts";

type Props = {
  kind: KindName;
  href: string;
  /** Mending would make this approver a contributor, whose words somebody else has to confirm. */
  warns: boolean;
};

/** As high and as wide as the moves beside it. */
const ON_BAR = "max-sm:grow max-lg:px-2 max-lg:text-sm";

/** The way to the text. An approver who goes there is told before what a mend will cost. */
export function EditLink({ kind, href, warns }: Props) {
  const t = useTranslations("desk");
  const go = t("edit.go", calledOf(kind));
  if (!warns) {
    return (
      <a className={buttonClass("plain", ON_BAR)} href={href}>
        {go}
      </a>
    );
  }
  return (
    <Dialog title={go} about={t("edit.warning")} trigger={<Button className={ON_BAR}>{go}</Button>}>
      <DialogActions
        close={t("edit.stay")}
        main={
          <a className={buttonClass("main")} href={href}>
            {t("edit.yes")}
          </a>
        }
      />
    </Dialog>
  );
}
