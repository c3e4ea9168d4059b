import Link from "next/link";
import { useTranslations } from "next-intl";
import { Note } from "#components/ui/note.tsx";
import type { DeskArticle } from "#features/desk/desk-article.ts";
import { doneWords, isDone } from "./done-words.ts";

type Props = {
  /** From the address: what was pressed on the page before. */
  done: string | undefined;
  /** Absent where the article is out of this person's sight now. */
  article?: Pick<DeskArticle, "story" | "about">;
};

/** What a press has done, in a sentence, what readers get now, and where one may go from here. */
export function ResultNote({ done, article }: Props) {
  const t = useTranslations("desk");
  if (done === undefined || !isDone(done)) return null;
  const waitsForSecond = article?.about.withdrawnReason === "authority" && article.about.restoreAgreedBy.length > 0;
  const path = article?.about.publicPath ?? null;
  return (
    <div className="mb-4">
      <Note look="done">
        <p>
          {doneWords(done, article?.story.article.visibility ?? null, waitsForSecond)
            .map((key) => t(`done.${key}`))
            .join(" ")}
        </p>
        {article ? (
          <p className="mt-1 flex flex-wrap gap-x-4 font-normal">
            <Link
              className="inline-flex min-h-11 items-center underline underline-offset-4"
              href="/desk"
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
    </div>
  );
}
