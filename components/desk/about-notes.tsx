import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { AnswerField } from "#components/desk/moves/answer-field.tsx";
import { Note } from "#components/ui/note.tsx";
import { reviewPath } from "#features/addresses/desk.ts";
import type { DeskDocument } from "#features/desk/desk-document.ts";
import { RETURN_REASONS, WITHDRAWAL_REASONS } from "#features/workflow/reasons.ts";
import { momentInWords } from "#lib/dates.ts";
import { calledOf } from "./called.ts";

type Props = {
  document: DeskDocument;
  /** The text below: the one being written, or the one that readers have. */
  shown: "open" | "live";
};

/** What somebody has to know before they do anything: what was sent back and why, what waits, what failed. */
export function AboutNotes({ document: { number, story, about, names, live, moves, isMine }, shown }: Props) {
  const t = useTranslations("desk.about");
  const rights = useTranslations("rights.live");
  const { document, open } = story;
  const called = calledOf(document.kind);
  const notes: ReactNode[] = [];
  if (about.wasReturned && open?.state === "draft") {
    notes.push(
      <div key="returned" className="space-y-3">
        <Note look="warning">
          <p>
            {t("returned", { by: about.returnedBy ?? "" })}
            {about.returnReason ? `: ${RETURN_REASONS[about.returnReason]}` : ""}
          </p>
          {about.returnWords ? (
            <p className="mt-1 font-normal whitespace-pre-line text-ink">“{about.returnWords}”</p>
          ) : null}
        </Note>
        {isMine && moves.includes("submit") ? <AnswerField /> : null}
      </div>,
    );
  }
  if (about.trouble) {
    notes.push(
      <Note key="trouble" look="problem">
        <p>{t("trouble")}</p>
        <p className="mt-1 font-normal">{about.trouble}</p>
      </Note>,
    );
  }
  if (about.dueAt) notes.push(<Note key="due">{t("due", { ...called, at: momentInWords(about.dueAt) })}</Note>);
  if (document.owedSince) {
    const key = document.visibility === "live" ? "owed" : "owedOutOfSight";
    const answers = moves.includes("countersign");
    notes.push(
      <Note key="owed" look="warning">
        <p>{t(key, { ...called, by: names.get(document.owedBy ?? 0) ?? "", at: momentInWords(document.owedSince) })}</p>
        {answers && shown === "open" ? (
          <Link
            className="inline-flex min-h-11 items-center underline underline-offset-4"
            href={reviewPath(number, { text: "live" })}
            prefetch={false}
          >
            {t("toAnswer")}
          </Link>
        ) : null}
        {live?.emergency && !answers ? (
          <p className="mt-1 font-normal whitespace-pre-line text-ink">
            {t("emergencyReason")} {live.emergency.reason}
          </p>
        ) : null}
      </Note>,
    );
  }
  if (document.visibility === "hidden") {
    notes.push(
      <Note key="hidden" look="warning">
        {t("hidden", { ...called, reason: about.hiddenReason ?? "" })}
      </Note>,
    );
  }
  if (document.visibility === "withdrawn" && about.withdrawnReason) {
    notes.push(
      <Note key="withdrawn" look="warning">
        {t("withdrawn", { ...called, reason: WITHDRAWAL_REASONS[about.withdrawnReason] })}
        {about.mergedInto ? ` ${t("mergedInto", about.mergedInto)}` : ""}
        {about.restoreAgreedBy.length > 0 ? ` ${t("restoring")}` : ""}
      </Note>,
    );
  }
  if (about.endedFiles.length > 0) {
    notes.push(
      <Note key="ended" look="warning">
        <p>
          {rights("ended", {
            count: about.endedFiles.length,
            names: about.endedFiles.map((name) => `“${name}”`).join(", "),
          })}
        </p>
        <p className="mt-1 font-normal text-ink">{rights("endedDo")}</p>
      </Note>,
    );
  }
  return notes.length === 0 ? null : <div className="mb-4 space-y-3">{notes}</div>;
}
