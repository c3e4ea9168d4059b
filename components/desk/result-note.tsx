import Link from "next/link";
import { useTranslations } from "next-intl";
import { Note } from "#components/ui/note.tsx";
import { deskPath } from "#features/addresses/desk.ts";
import type { DeskDocument } from "#features/desk/desk-document.ts";
import type { Waiting } from "#features/desk/lines.ts";
import { calledOf } from "./called.ts";
import { doneWords, isDone } from "./done-words.ts";
import { waitingPageOf } from "./home-lists.tsx";
import { TakesFocus } from "./takes-focus.tsx";

type Props = {
  /** From the address: what was pressed on the page before. */
  done: string | undefined;
  /** Absent where the article is out of this person's sight now. */
  document?: Pick<DeskDocument, "story" | "about" | "history">;
  /** What waits for this person beside it; absent where they go on with the article itself. */
  waiting?: { next: Waiting | null; count: number };
};

/** What a press has done, in a sentence, what readers get now, and where one may go from here. */
export function ResultNote({ done, document, waiting }: Props) {
  const t = useTranslations("desk");
  const called = calledOf(document?.story.document.kind ?? "article");
  const next = calledOf(waiting?.next?.kind ?? "article");
  if (done === undefined || !isDone(done)) return null;
  const waitsForSecond = document?.about.withdrawnReason === "authority" && document.about.restoreAgreedBy.length > 0;
  const path = document?.about.publicPath ?? null;
  return (
    <TakesFocus key={`${done} ${document?.history[0]?.seq}`} className="mb-4">
      <Note look="done">
        <p>
          {doneWords(done, document?.story.document.visibility ?? null, waitsForSecond)
            .map((key) => t(`done.${key}`, called))
            .join(" ")}
        </p>
        {document ? (
          <p className="mt-1 flex flex-wrap gap-x-4 font-normal">
            {waiting?.next ? (
              <Link
                className="inline-flex min-h-11 min-w-0 items-center font-semibold underline underline-offset-4"
                href={waitingPageOf(waiting.next)}
                prefetch={false}
              >
                <span className="line-clamp-2">
                  {t("next", { ...next, count: waiting.count, headline: waiting.next.title || t("noHeadline") })}
                </span>
              </Link>
            ) : waiting ? (
              <span className="inline-flex min-h-11 items-center text-ink">{t("nothingNext")}</span>
            ) : null}
            <Link
              className="inline-flex min-h-11 items-center underline underline-offset-4"
              href={deskPath}
              prefetch={false}
            >
              {t("backHome")}
            </Link>
            {path ? (
              <a
                className="inline-flex min-h-11 items-center underline underline-offset-4"
                href={path}
                target="_blank"
                rel="noreferrer"
              >
                {t("seePublic")}
              </a>
            ) : null}
          </p>
        ) : null}
      </Note>
    </TakesFocus>
  );
}
