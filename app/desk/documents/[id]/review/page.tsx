import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AboutNotes } from "#components/desk/about-notes.tsx";
import { calledOf } from "#components/desk/called.ts";
import { DocumentHead } from "#components/desk/document-head.tsx";
import { GapList } from "#components/desk/gap-list.tsx";
import { HistoryList } from "#components/desk/history-list.tsx";
import { KeptFromReaders } from "#components/desk/kept-from-readers.tsx";
import { DocumentChanged } from "#components/desk/live/document-changed.tsx";
import { NewAsShown } from "#components/desk/live/new-as-shown.tsx";
import { MoveBar } from "#components/desk/moves/move-bar.tsx";
import { Panel } from "#components/desk/panel.tsx";
import { pressesShown } from "#components/desk/presses-shown.ts";
import { ReadersSaid } from "#components/desk/readers-said.tsx";
import { ResultNote } from "#components/desk/result-note.tsx";
import { EditLink } from "#components/desk/review/edit-link.tsx";
import { EmergencyReason } from "#components/desk/review/emergency-reason.tsx";
import { EyesCard } from "#components/desk/review/eyes-card.tsx";
import { LinkList } from "#components/desk/review/link-list.tsx";
import { PreviewFrame } from "#components/desk/review/preview-frame.tsx";
import { RightsList } from "#components/desk/review/rights-list.tsx";
import { factsOf, TextFacts } from "#components/desk/review/text-facts.tsx";
import { TextTabs } from "#components/desk/review/text-tabs.tsx";
import { VersionList } from "#components/desk/version-list.tsx";
import { LeftToCopy } from "#components/editor/dialogs/left-behind.tsx";
import { documentPath, previewPath } from "#features/addresses/desk.ts";
import type { DeskDocument } from "#features/desk/desk-document.ts";
import { nextWaiting } from "#features/desk/queries.ts";
import { rightsShown } from "#features/desk/rights.ts";
import { basesOf, previewOf } from "#features/desk/texts.ts";
import { kindOf } from "#features/kinds/kinds.ts";
import { keptFrom } from "#features/library/queries.ts";
import { siteById } from "#features/reading/queries.ts";
import { outwardLinks } from "#features/text/links.ts";
import { answersTo } from "#features/views/queries.ts";
import { documentOf, one, optionsFor, type Params, type Search, targetOf } from "../document-of.ts";
import { SistersBeside } from "../sisters-beside.tsx";
import { TopicsBeside } from "../topics-beside.tsx";
import { namingOf } from "./naming.ts";
import { ReviewChanges } from "./review-changes.tsx";

type Props = { params: Params; searchParams: Search };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { document } = await documentOf((await params).id);
  const t = await getTranslations("desk");
  return { title: document.text?.title || document.live?.title || t("noHeadline") };
}

/** Where somebody decides: the page that readers would see, what changed, what is missing, who wrote it, and the moves. */
export default async function ReviewPage({ params, searchParams }: Props) {
  const { staff, document } = await documentOf((await params).id);
  const { number, text, live, hash, story, eyes, frozen, gaps, history, versions, names } = document;
  const search = await searchParams;
  const shown = text === null || (one(search.text) === "live" && live !== null) ? "live" : "open";
  const seen = await previewOf(await siteById(staff.siteId), document, shown);
  const shownHash = shown === "live" ? (live?.hash ?? "") : (hash ?? "");
  const preview = previewPath(number, { text: shown, hash: shownHash });
  const t = await getTranslations("desk");
  const naming = await namingOf(staff.siteId, seen?.content ?? null);
  const links = seen ? outwardLinks(kindOf(story.document), seen.content) : [];
  const facts = seen ? factsOf({ kind: story.document.kind, content: seen.content, naming }) : [];
  const rights = seen ? await rightsShown(staff.siteId, kindOf(story.document), seen.content) : [];
  const words = await getTranslations("rights");
  const deciding = story.open?.state === "in_review" && shown === "open";
  const presses = pressesShown(document, shown);
  const comparing = basesOf(document, shown).length > 0;
  const waits = deciding ? whyItWaits(document, t) : null;
  const stops = shown === "open" ? gaps.filter(({ blocks }) => blocks !== "advice").length : 0;
  const owes = story.document.owedSince !== null;
  const mayEdit = shown === "open" && text !== null && frozen === null;
  const hasBar = presses.length > 0 || mayEdit;
  const drawn = {
    documentId: number,
    seq: history[0]?.seq ?? 0,
    version: shown === "open" && text !== null ? text.version : null,
  };
  const changed = <DocumentChanged {...drawn} kind={story.document.kind} floats={!hasBar} />;
  return (
    <>
      <NewAsShown {...drawn} />
      <ResultNote
        done={one(search.done)}
        document={document}
        waiting={search.done === undefined ? undefined : await nextWaiting(staff, number)}
      />
      <DocumentHead document={document} shown={shown} hidesTitle={comparing ? false : "on_phones"} />
      <AboutNotes document={document} shown={shown} />
      <KeptFromReaders files={await keptFrom(number)} />
      {text === null || frozen !== null ? (
        <LeftToCopy
          kind={story.document.kind}
          personId={staff.personId}
          documentId={number}
          tab=""
          content={seen?.content ?? null}
        />
      ) : null}
      {text !== null && live !== null ? (
        <TextTabs number={number} shown={shown} visibility={story.document.visibility} />
      ) : null}
      {waits === null ? null : <p className="mb-3 text-sm font-semibold text-warn">{waits}</p>}
      {/* On a phone the article comes first; that something is missing is said before it in a line. */}
      {stops > 0 ? (
        <p className="mb-3 text-sm font-semibold text-danger lg:hidden">
          <a className="underline underline-offset-4" href="#review-facts">
            {t("gaps.title")}: {t("gaps.count", { stops, all: gaps.length })}
          </a>
        </p>
      ) : null}
      <ReviewChanges siteId={staff.siteId} document={document} shown={shown} since={one(search.since)} />
      <div className="grid items-start gap-x-5 gap-y-3 lg:grid-cols-[minmax(0,1fr)_20rem] lg:grid-rows-[auto_1fr]">
        <div className="min-w-0 lg:col-start-1 lg:row-span-2 lg:row-start-1">
          <section aria-labelledby="preview">
            <h2 id="preview" className="sr-only">
              {t("preview.title")}
            </h2>
            {/* Another page is another frame: one that goes on to another page is a step of its own on the way back. */}
            <PreviewFrame key={preview} src={preview} title={t("preview.title")} />
          </section>
        </div>
        <aside id="review-facts" className="scroll-mt-4 space-y-3 lg:col-start-2 lg:row-start-1">
          {shown === "open" ? (
            <Panel title={t("gaps.title")} count={gaps.length} open={gaps.length > 0}>
              <GapList gaps={gaps} />
            </Panel>
          ) : null}
          {facts.length > 0 ? (
            <Panel title={t("changes.facts", calledOf(story.document.kind))} open={deciding}>
              <TextFacts kind={story.document.kind} lines={facts} />
            </Panel>
          ) : null}
          {links.length > 0 ? (
            <Panel title={t("changes.links")} count={links.length} open={deciding}>
              <LinkList links={links} naming={naming} />
            </Panel>
          ) : null}
          {rights.length > 0 ? (
            <Panel title={words("review.title")} count={rights.length} open={deciding}>
              <RightsList files={rights} />
            </Panel>
          ) : null}
          <Panel title={t("eyes.title")} open>
            <EyesCard
              kind={story.document.kind}
              names={names}
              record={shown === "open" ? eyes : live}
              nobody={t(shown === "open" ? "eyes.nobody" : "eyes.nobodyKnown")}
              hash={shownHash}
            />
          </Panel>
        </aside>
        <div className="space-y-3 lg:col-start-2 lg:row-start-2">
          <Panel title={t("history.title")} open={document.brokenAt !== null}>
            <HistoryList kind={story.document.kind} history={history} brokenAt={document.brokenAt} names={names} />
          </Panel>
          {story.document.kind === "article" && live !== null ? <ReadersSaid {...(await answersTo(number))} /> : null}
          <TopicsBeside staff={staff} document={document} />
          <SistersBeside staff={staff} document={document} />
          <Panel title={t("versions.title")} count={versions.length}>
            <VersionList number={number} versions={versions} names={names} restorer={null} />
          </Panel>
        </div>
      </div>
      {hasBar ? null : changed}
      <MoveBar
        key={`${history[0]?.seq}${shown}`}
        target={targetOf(staff, document)}
        presses={presses}
        options={await optionsFor(staff, document)}
        isMine={document.isMine}
        restoresLater={document.restoring === "first_of_two"}
        putsOff={document.story.open?.state === "scheduled"}
        note={
          <>
            {owes && presses.includes("countersign") ? (
              <EmergencyReason reason={live?.emergency?.reason ?? ""} />
            ) : null}
            {changed}
          </>
        }
        beside={
          mayEdit ? (
            <EditLink
              kind={story.document.kind}
              href={documentPath(number)}
              warns={deciding && document.isApprover && !eyes?.mine}
            />
          ) : null
        }
      />
    </>
  );
}

/** Why this approver's approval would not be enough now; null when it would, and for whoever does not approve. */
function whyItWaits(
  { story, eyes, isApprover, names }: DeskDocument,
  t: Awaited<ReturnType<typeof getTranslations<"desk">>>,
) {
  if (!eyes || !isApprover || eyes.wouldHold) return null;
  if (eyes.stillWaiting.length === 0)
    return t(eyes.sentAlone ? "eyes.sentIt" : "eyes.needsOther", calledOf(story.document.kind));
  return t("eyes.waitsFor", { names: eyes.stillWaiting.map((id) => names.get(id)).join(", ") });
}
