import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Known } from "../files/file-states.ts";
import { OnItsWay } from "../files/on-its-way.tsx";
import type { Upload } from "../files/uploads.ts";

type Props = {
  upload: Upload | undefined;
  file: string | null;
  known: Known;
  /** What is said of a place without a file, of a file that the site does not have, and of one that is being made; a picture's, if nothing is. */
  said?: { unseen: string; missing: string; making: string };
  onCancel: () => void;
  onAgain: () => void;
};

/** How the file of a figure or an attachment stands, where there is something to say: on its way, refused, being made, or of no use. */
export function FigureStatus({ upload, file, known, said, onCancel, onAgain }: Props): ReactNode {
  const t = useTranslations("editor.figure");
  const { unseen, missing, making } = said ?? { unseen: t("unseen"), missing: t("missing"), making: t("making") };
  if (upload !== undefined && upload.kind !== "arrived")
    return <OnItsWay className="figure-said" {...{ upload, onCancel, onAgain }} />;
  if (file === null) return <p className="figure-said">{unseen}</p>;
  if (known === "missing") return <p className="figure-said is-problem">{missing}</p>;
  if (known?.hidden) return <p className="figure-said is-problem">{t("hidden")}</p>;
  if (known?.state === "failed") return <p className="figure-said is-problem">{known.failure}</p>;
  if (known?.state === "waiting") return <p className="figure-said">{making}</p>;
  return null;
}
