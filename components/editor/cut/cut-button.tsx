import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Focus } from "#features/kinds/lead.ts";
import type { Known } from "../files/file-states.ts";
import { wholePicture } from "../files/file-view.ts";
import { SmallButton } from "../small-button.tsx";
import { CutDialog } from "./cut-dialog.tsx";

type Props = {
  known: Known;
  cut: string;
  focus?: Focus | null;
  onDone: (said: { cut: string; focus: Focus | null }) => void;
};

/** The way to cut a picture; absent while there is nothing to cut. */
export function CutButton({ known, cut, focus, onDone }: Props) {
  const t = useTranslations("editor.cut");
  const [open, setOpen] = useState(false);
  const picture = known === null || known === "missing" ? null : wholePicture(known);
  if (picture === null) return null;
  return (
    <>
      <SmallButton className="sm:min-h-9 sm:py-1" onClick={() => setOpen(true)}>
        {t("open")}
      </SmallButton>
      {open ? <CutDialog {...{ picture, cut, focus, onDone }} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
