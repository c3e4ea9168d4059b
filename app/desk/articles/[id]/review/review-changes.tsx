import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Panel } from "#components/desk/panel.tsx";
import { Changes } from "#components/desk/review/changes.tsx";
import type { DeskArticle } from "#features/desk/desk-article.ts";
import { basesOf, changesSince, type Since } from "#features/desk/texts.ts";
import { namingOf } from "./naming.ts";

type Props = { siteId: number; article: DeskArticle; since: string | undefined };

/** What changed since the text was sent back, or since what readers have. */
export async function ReviewChanges({ siteId, article, since }: Props) {
  const t = await getTranslations("desk.changes");
  const bases = basesOf(article);
  const base: Since | undefined = bases.find((one) => one === since) ?? bases[0];
  const changes = base === undefined ? null : await changesSince(article, base);
  if (base === undefined || changes === null) return null;
  return (
    <div className="mb-4">
      <Panel title={t(`since.${base}`)} open={changes.comparison.changed}>
        {bases.length > 1 ? (
          <p className="mb-3 flex gap-4 text-sm">
            {bases
              .filter((one) => one !== base)
              .map((one) => (
                <Link
                  key={one}
                  className="inline-flex min-h-11 items-center text-accent underline underline-offset-4"
                  href={`/desk/articles/${article.number}/review?since=${one}`}
                  prefetch={false}
                >
                  {t(`see.${one}`)}
                </Link>
              ))}
          </p>
        ) : null}
        <Changes {...changes} naming={await namingOf(siteId)} />
      </Panel>
    </div>
  );
}
