import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AboutNotes } from "#components/desk/about-notes.tsx";
import { ArticleHead } from "#components/desk/article-head.tsx";
import { HistoryList } from "#components/desk/history-list.tsx";
import { Panel } from "#components/desk/panel.tsx";
import { pressesShown } from "#components/desk/presses-shown.ts";
import { ResultNote } from "#components/desk/result-note.tsx";
import { VersionList } from "#components/desk/version-list.tsx";
import { Writing } from "#components/desk/writing.tsx";
import { Note } from "#components/ui/note.tsx";
import { textKey } from "#features/desk/text-key.ts";
import { editorOptions } from "#features/drafts/queries.ts";
import { articleOf, one, optionsFor, type Params, type Search, targetOf } from "./article-of.ts";

type Props = { params: Params; searchParams: Search };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { article } = await articleOf((await params).id);
  const t = await getTranslations("desk");
  return { title: article.text?.content.headline || article.live?.headline || t("noHeadline") };
}

/** Where an article is written. One without an open text has only the page that readers see. */
export default async function ArticlePage({ params, searchParams }: Props) {
  const { staff, article } = await articleOf((await params).id);
  const { number, text, frozen, story, names, versions, history } = article;
  if (text === null) redirect(`/desk/articles/${number}/review`);
  const t = await getTranslations("desk");
  const done = one((await searchParams).done);
  const mends = story.open?.state === "in_review" && article.isApprover && article.eyes?.mine === false;
  const editor = {
    ...(await editorOptions(staff.siteId)),
    articleId: number,
    personId: staff.personId,
    version: text.version,
    content: text.content,
    slugEditable: story.article.slug === null,
    readOnly: frozen !== null,
    correcting: story.open?.purpose === "correct",
    savedAt: text.savedAt.toISOString(),
    savedBy: text.savedBy || null,
  };
  return (
    <>
      <ResultNote done={done} article={article} />
      <ArticleHead article={article} shown="open" hidesTitle />
      <AboutNotes article={article} shown="open" />
      {frozen === null ? null : (
        <div className="mb-4">
          <Note>{frozen}</Note>
        </div>
      )}
      {mends ? (
        <div className="mb-4">
          <Note look="warning">{t("edit.warning")}</Note>
        </div>
      ) : null}
      <Writing
        key={`${staff.personId} ${textKey(article)}`}
        textKey={textKey(article)}
        editor={editor}
        deciding={story.open?.state === "in_review" && frozen === null}
        gapFacts={article.gapFacts}
        target={targetOf(staff, article)}
        presses={pressesShown(article, "typed")}
        isMine={article.isMine}
        restoresLater={article.restoring === "first_of_two"}
        putsOff={article.story.open?.state === "scheduled"}
        options={await optionsFor(staff, article)}
      />
      <div className="mt-6 grid items-start gap-4 lg:grid-cols-2">
        <Panel title={t("history.title")} open={article.brokenAt !== null}>
          <HistoryList history={history} brokenAt={article.brokenAt} names={names} />
        </Panel>
        <Panel title={t("versions.title")} count={versions.length}>
          <VersionList
            number={number}
            versions={versions}
            names={names}
            restorer={frozen === null ? staff.personId : null}
          />
        </Panel>
      </div>
    </>
  );
}
