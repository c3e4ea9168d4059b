import Link from "next/link";
import { useTranslations } from "next-intl";
import { reviewPath } from "#features/addresses/desk.ts";
import type { BatchArticle as Article } from "#features/importing/batch.ts";
import { momentOf } from "#lib/dates.ts";
import { TakeOutForm } from "./take-out-form.tsx";

type Props = {
  batchId: number;
  article: Article;
  /** Some of the articles beside it wait for this person, others for somebody else. */
  isMixed: boolean;
};

/** One article of a batch: what an approver needs to see before opening it as readers will. */
export function BatchArticle({ batchId, article, isMixed }: Props) {
  const t = useTranslations("import");
  const { number, headline, section, datedAt, views, fileName, oldPaths, problems, mayConfirm, changed } = article;
  return (
    <li className="space-y-2 py-4">
      <h3 className="font-semibold">
        <Link prefetch={false} href={reviewPath(number)} className="text-accent underline underline-offset-4">
          {headline}
          <span className="sr-only"> ({t("preview")})</span>
        </Link>
      </h3>
      <p className="text-sm">
        {section}
        {datedAt ? ` · ${momentOf(datedAt)}` : null} · {t("views", { views: views.toLocaleString("vi-VN") })}
      </p>
      <ul className="text-sm break-words text-ink-soft">
        <li>
          {t("number", { number: String(number) })} · {t("file", { name: fileName })}
        </li>
        {oldPaths.map((path) => (
          <li key={path}>{t("oldAddress", { path })}</li>
        ))}
      </ul>
      {problems.length > 0 ? (
        <ul className="list-disc pl-5 text-sm text-warn">
          {problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      ) : null}
      {changed ? (
        <p className="text-sm font-semibold text-warn">
          {t.rich("changed", {
            link: (words) => (
              <Link prefetch={false} href={reviewPath(number)} className="underline underline-offset-4">
                {words}
              </Link>
            ),
          })}
        </p>
      ) : null}
      {mayConfirm || changed ? <TakeOutForm batchId={batchId} documentId={number} /> : null}
      {isMixed && !mayConfirm && !changed ? <p className="text-sm text-ink-soft">{t("otherApprover")}</p> : null}
    </li>
  );
}
