import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AboutNotes } from "#components/desk/about-notes.tsx";
import { DocumentHead } from "#components/desk/document-head.tsx";
import { HistoryList } from "#components/desk/history-list.tsx";
import { KeptFromReaders } from "#components/desk/kept-from-readers.tsx";
import { Panel } from "#components/desk/panel.tsx";
import { pressesShown } from "#components/desk/presses-shown.ts";
import { ResultNote } from "#components/desk/result-note.tsx";
import { VersionList } from "#components/desk/version-list.tsx";
import { Writing } from "#components/desk/writing.tsx";
import type { TextToEdit } from "#components/editor/text-editor.tsx";
import { Note } from "#components/ui/note.tsx";
import { reviewPath } from "#features/addresses/desk.ts";
import type { DeskDocument } from "#features/desk/desk-document.ts";
import { textKey } from "#features/desk/text-key.ts";
import { editorOptions, paperOptions, relatedArticles, weekOptions } from "#features/drafts/queries.ts";
import { contentAs } from "#features/kinds/kinds.ts";
import { notesOffered } from "#features/kinds/notes.ts";
import { keptFrom } from "#features/library/queries.ts";
import type { Staff } from "#features/sessions/actor.ts";
import { documentOf, one, optionsFor, type Params, type Search, targetOf } from "./document-of.ts";
import { SistersBeside } from "./sisters-beside.tsx";
import { TopicsBeside } from "./topics-beside.tsx";

type Props = { params: Params; searchParams: Search };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { document } = await documentOf((await params).id);
  const t = await getTranslations("desk");
  return { title: document.text?.title || document.live?.title || t("noHeadline") };
}

/** Where a text is written. A document without an open text has only the page that readers see. */
export default async function TextPage({ params, searchParams }: Props) {
  const { staff, document } = await documentOf((await params).id);
  const { number, text, frozen, story, names, versions, history } = document;
  if (text === null) redirect(reviewPath(number));
  const t = await getTranslations("desk");
  const done = one((await searchParams).done);
  const mends = story.open?.state === "in_review" && document.isApprover && document.eyes?.mine === false;
  return (
    <>
      <ResultNote done={done} document={document} />
      <DocumentHead document={document} shown="open" hidesTitle />
      <AboutNotes document={document} shown="open" />
      <KeptFromReaders files={await keptFrom(number)} />
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
        key={`${staff.personId} ${textKey(document)}`}
        textKey={textKey(document)}
        seq={history[0]?.seq ?? 0}
        editor={await textToEdit(staff, document, text)}
        deciding={story.open?.state === "in_review" && frozen === null}
        gapFacts={document.gapFacts}
        target={targetOf(staff, document)}
        presses={pressesShown(document, "typed")}
        isMine={document.isMine}
        restoresLater={document.restoring === "first_of_two"}
        putsOff={document.story.open?.state === "scheduled"}
        options={await optionsFor(staff, document)}
      />
      <div className="mt-6 grid items-start gap-4 lg:grid-cols-2">
        <Panel title={t("history.title")} open={document.brokenAt !== null}>
          <HistoryList kind={story.document.kind} history={history} brokenAt={document.brokenAt} names={names} />
        </Panel>
        <TopicsBeside staff={staff} document={document} />
        <SistersBeside staff={staff} document={document} />
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

type OpenText = NonNullable<DeskDocument["text"]>;

/** The open text, with what the editor of its kind offers to choose from. */
async function textToEdit(staff: Staff, document: DeskDocument, text: OpenText): Promise<TextToEdit> {
  const { number, frozen, story, names } = document;
  const { before } = document.about;
  const { savedAt, savedBy } = text;
  const { sections, tags, people, pages, topics } = await editorOptions(staff.siteId);
  const any = {
    documentId: number,
    personId: staff.personId,
    version: text.version,
    readOnly: frozen !== null,
    savedAt: savedBy === null ? null : savedAt.toISOString(),
    savedBy: savedBy === null || savedBy === staff.personId ? null : (names.get(savedBy) ?? null),
  };
  const slugEditable = story.document.slug === null;
  const notes = notesOffered(story.open?.purpose ?? "first");
  const { kind } = story.document;
  switch (kind) {
    case "article": {
      const content = contentAs(kind, story.document, text.content);
      const related = await relatedArticles(staff.siteId, [content]);
      return { kind, ...any, content, sections, tags, people, related, slugEditable, notes, before };
    }
    case "banner":
      return { kind, ...any, content: contentAs(kind, story.document, text.content) };
    case "front":
      return { kind, ...any, content: contentAs(kind, story.document, text.content), sections, tags, topics };
    case "page":
      return { kind, ...any, content: contentAs(kind, story.document, text.content), slugEditable };
    case "paper": {
      const content = contentAs(kind, story.document, text.content);
      return { kind, ...any, content, slugEditable, ...(await paperOptions(staff.siteId, content)) };
    }
    case "site":
      return { kind, ...any, content: contentAs(kind, story.document, text.content), sections, pages };
    case "topic":
      return { kind, ...any, content: contentAs(kind, story.document, text.content), slugEditable };
    case "week": {
      const content = contentAs(kind, story.document, text.content);
      return { kind, ...any, content, slugEditable, ...(await weekOptions(staff.siteId, number, content, new Date())) };
    }
    case "translation":
      return { kind, ...any, content: contentAs(kind, story.document, text.content), slugEditable, notes, before };
  }
}
