import type { Tx } from "#db/transaction.ts";
import { type ArticleContent, article, endsAt } from "#features/kinds/article.ts";
import { page } from "#features/kinds/page.ts";
import { paper } from "#features/kinds/paper.ts";
import { topic } from "#features/kinds/topic.ts";
import { translation } from "#features/kinds/translation.ts";
import { inOrder, type Entry as WeekEntry, week } from "#features/kinds/week.ts";
import { calledPaper } from "#features/reading/paper-words.ts";
import { stateOfEntry, timeOfEntry } from "#features/reading/week-words.ts";
import { partsOf } from "#features/text/picture-cut.ts";
import { plainText, shownBody } from "#features/text/plain.ts";
import { signedContent } from "#features/text/signed.ts";
import { startOfDay, weekdayNameOf } from "#lib/dates.ts";
import type { Entry } from "./engine.ts";
import { filesOfTexts, type LiveText, liveTexts, namesOfTags } from "./texts-store.ts";

/** What readers get of documents now, as it is looked through; of those that they do not get nothing comes back. */
export async function entriesOf(tx: Pick<Tx, "select">, documentIds: readonly number[]): Promise<Entry[]> {
  const texts = (await liveTexts(tx, documentIds)).map(saidIn);
  if (texts.length === 0) return [];
  const files = await filesOfTexts(
    tx,
    texts.map(({ revisionId }) => revisionId),
  );
  const tags = await namesOfTags(tx, [...new Set(texts.flatMap(({ tagIds }) => tagIds))]);
  return texts.map(({ tagIds, head, endsAt: _, ...text }) => {
    const own = files.filter(({ revisionId }) => revisionId === text.revisionId);
    return {
      ...text,
      head: [...head, ...tagIds.flatMap((id) => tags.get(id) ?? [])],
      body: text.body(new Set(own.map(({ sha256 }) => sha256))),
      files: own.map((file) => file.text).filter((words) => words !== ""),
    };
  });
}

/** The words of a live text, what lists know apart. @param shown files that readers get: what is hidden goes with its words */
export function saidIn({ canonical, contentVersion, kind, shownAt, ...row }: LiveText) {
  if (canonical === null || shownAt === null) throw new Error(`Live document ${row.documentId} has no text or date.`);
  const body =
    (doc: ArticleContent["body"]) =>
    (shown: ReadonlySet<string>): string[] => {
      const has = (use: string) => shown.has(partsOf(use).file);
      return plainText(shownBody(doc, { has })).split("\n");
    };
  const bare = { ...row, shownAt, form: null, sectionIds: [], tagIds: [], head: [], endsAt: null };
  if (kind === "page") {
    const content = signedContent(page, canonical, contentVersion);
    return { ...bare, kind: "page" as const, title: content.title, body: body(content.body) };
  }
  if (kind === "paper") {
    const content = signedContent(paper, canonical, contentVersion);
    const { abstract, form, issuer, signer, issuedOn } = content;
    return {
      ...{ ...bare, kind: "paper" as const, form, title: abstract },
      shownAt: issuedOn === null ? shownAt : startOfDay(issuedOn),
      head: [[calledPaper(content), issuer].filter(Boolean).join(", ")],
      body: (shown: ReadonlySet<string>) => [...body(content.body)(shown), signer.name, signer.post],
    };
  }
  if (kind === "topic") {
    const { title, standfirst, ...content } = signedContent(topic, canonical, contentVersion);
    const head = standfirst === "" ? [] : [standfirst];
    return { ...bare, kind: "topic" as const, title, head, body: body(content.body) };
  }
  if (kind === "translation") {
    const content = signedContent(translation, canonical, contentVersion);
    const lines = body(content.body);
    return {
      ...{ ...bare, kind: "translation" as const, title: content.title },
      head: content.standfirst === "" ? [] : [content.standfirst],
      body: (shown: ReadonlySet<string>) => [...lines(shown), content.translator, content.correction, content.update],
    };
  }
  if (kind === "week") {
    const { title, note, entries } = signedContent(week, canonical, contentVersion);
    const lines = [...note.split("\n"), ...inOrder(entries).map(lineOfEntry)];
    return { ...bare, kind: "week" as const, title, body: () => lines };
  }
  const content = signedContent(article, canonical, contentVersion);
  const { headline, kicker, standfirst, byline, source, correction, update } = content;
  const names = byline.hidden ? [] : byline.names.flatMap(({ name, post }) => [name, post]);
  const lines = body(content.body);
  return {
    ...{ ...row, kind: "article" as const, shownAt, form: content.kind, tagIds: content.tagIds, title: headline },
    endsAt: endsAt(content),
    sectionIds: [content.sectionId, ...content.secondSectionIds].filter((id) => id !== null),
    head: [standfirst, kicker].filter((line) => line !== ""),
    body: (shown: ReadonlySet<string>) => [...lines(shown), ...names, source.name, correction, update],
  };
}

/** "Thứ Hai, 07:30 (hoãn): Giao ban; Chủ tịch; Phòng họp 1": what is found of a week says when it is, and whether it still is. */
function lineOfEntry(entry: WeekEntry): string {
  const { day, what, leaders, place, others, prepares } = entry;
  const state = stateOfEntry(entry);
  const when = [weekdayNameOf(day), timeOfEntry(entry)].filter((one) => one !== "").join(", ");
  const said = [what, leaders, others, place, prepares].map((one) => one.replaceAll("\n", " "));
  return `${when}${state === null ? "" : ` (${state})`}: ${said.filter((one) => one !== "").join("; ")}`;
}
