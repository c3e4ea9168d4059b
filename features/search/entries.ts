import type { Tx } from "#db/transaction.ts";
import { type ArticleContent, article } from "#features/kinds/article.ts";
import { page } from "#features/kinds/page.ts";
import { paper } from "#features/kinds/paper.ts";
import { calledPaper } from "#features/reading/paper-words.ts";
import { partsOf } from "#features/text/picture-cut.ts";
import { plainText, shownBody } from "#features/text/plain.ts";
import { signedContent } from "#features/text/signed.ts";
import { startOfDay } from "#lib/dates.ts";
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
  return texts.map(({ tagIds, head, ...text }) => {
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
  if (kind === "page") {
    const content = signedContent(page, canonical, contentVersion);
    const bare = { form: null, sectionIds: [], tagIds: [], head: [] };
    return { ...row, ...bare, kind: "page" as const, shownAt, title: content.title, body: body(content.body) };
  }
  if (kind === "paper") {
    const content = signedContent(paper, canonical, contentVersion);
    const { abstract, form, issuer, signer, issuedOn } = content;
    return {
      ...{ ...row, kind: "paper" as const, form, sectionIds: [], tagIds: [], title: abstract },
      shownAt: issuedOn === null ? shownAt : startOfDay(issuedOn),
      head: [[calledPaper(content), issuer].filter(Boolean).join(", ")],
      body: (shown: ReadonlySet<string>) => [...body(content.body)(shown), signer.name, signer.post],
    };
  }
  const content = signedContent(article, canonical, contentVersion);
  const { headline, kicker, standfirst, byline, source, correction, update } = content;
  const names = byline.hidden ? [] : byline.names.flatMap(({ name, post }) => [name, post]);
  const lines = body(content.body);
  return {
    ...{ ...row, kind: "article" as const, shownAt, form: content.kind, tagIds: content.tagIds, title: headline },
    sectionIds: [content.sectionId, ...content.secondSectionIds].filter((id) => id !== null),
    head: [standfirst, kicker].filter((line) => line !== ""),
    body: (shown: ReadonlySet<string>) => [...lines(shown), ...names, source.name, correction, update],
  };
}
