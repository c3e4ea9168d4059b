import { useTranslations } from "next-intl";
import type { DeskDocument } from "#features/desk/desk-document.ts";
import type { State } from "#features/workflow/machine.ts";
import { RETURN_REASONS } from "#features/workflow/reasons.ts";

type Props = {
  about: Pick<DeskDocument["about"], "returnReason" | "returnWords" | "returnedBy" | "answer">;
  /** Of the open edition. While it is a draft the note stands above the text that is being mended. */
  state: State | null;
};

/** Beside a text that was mended: what it was sent back with, and what its writer answers. */
export function ReturnNote({ about: { returnReason, returnWords, returnedBy, answer }, state }: Props) {
  const t = useTranslations("desk.about");
  if (returnReason === null || state === null || state === "draft") return null;
  return (
    <section
      className="rounded-md border-l-4 border-line bg-field px-4 py-3 text-sm break-words"
      aria-label={t("note")}
    >
      <p className="font-semibold">
        {t("returned", { by: returnedBy ?? "" })}: {RETURN_REASONS[returnReason]}
      </p>
      {returnWords ? <p className="mt-1 whitespace-pre-line">“{returnWords}”</p> : null}
      {answer ? (
        <p className="mt-2">
          <strong className="font-semibold">{t("answered", { by: answer.by })}</strong> “{answer.words}”
        </p>
      ) : null}
    </section>
  );
}
