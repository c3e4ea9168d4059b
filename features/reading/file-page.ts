import { cache } from "react";
import { isEnglish } from "#features/addresses/english.ts";
import { documentPath, filePagePath, picturePath, shownDocumentPath } from "#features/addresses/public.ts";
import { bareName, mediaOf } from "#features/files/media.ts";
import { fileSlug, handoutOf, pictureOf } from "#features/files/picture.ts";
import { article } from "#features/kinds/article.ts";
import { page } from "#features/kinds/page.ts";
import { paper } from "#features/kinds/paper.ts";
import { translation } from "#features/kinds/translation.ts";
import { attachmentsIn } from "#features/text/figures.ts";
import { signedContent } from "#features/text/signed.ts";
import { liveLink } from "./queries.ts";
import { reads } from "./reads.ts";
import type { FilePage } from "./types.ts";

/** What the page of a document shows; null where no live text hands it out, and while it is hidden. @param id the file's */
export const filePage = cache(async (siteId: number, id: number): Promise<FilePage | null> => {
  const found = await reads.findAttached(siteId, id);
  const file = found && !found.hidden && handoutOf(found, documentPath, filePagePath);
  if (!found || !file || file.page === null) return null;
  const links = await Promise.all(found.handedOutBy.map((number) => liveLink(siteId, number)));
  const texts = links
    .flatMap((link, at) => (link ? [{ ...link, number: found.handedOutBy[at] ?? 0 }] : []))
    // It is called as the text calls it that a translation is of.
    .toSorted((one, other) => Number(isEnglish(one.path)) - Number(isEnglish(other.path)));
  const [newest] = texts;
  if (!newest) return null;
  const said = await attachmentIn(siteId, newest.number, found.sha256);
  return {
    ...{ title: said?.title || bareName(found.name) || file.name, summary: said?.summary ?? "" },
    file: { ...file, page: file.page },
    shownAt: shownDocumentPath(found.sha256, fileSlug(found), mediaOf(found.mediaType)?.ending ?? ""),
    picture: pictureOf(found, picturePath),
    texts,
  };
});

/** How a live text calls a document that it hands out. */
async function attachmentIn(siteId: number, number: number, sha256: string) {
  const body = await bodyOf(siteId, number);
  return body && attachmentsIn(body).find(({ attrs }) => attrs.file === sha256)?.attrs;
}

async function bodyOf(siteId: number, number: number) {
  const ofArticle = await reads.findLive(siteId, number);
  if (ofArticle?.canonical) return signedContent(article, ofArticle.canonical, ofArticle.contentVersion).body;
  const ofPage = await reads.findLivePage(siteId, number);
  if (ofPage?.canonical) return signedContent(page, ofPage.canonical, ofPage.contentVersion).body;
  const ofPaper = await reads.findLivePaper(siteId, number);
  if (ofPaper?.canonical) return signedContent(paper, ofPaper.canonical, ofPaper.contentVersion).body;
  const inEnglish = await reads.findLiveTranslation(siteId, number);
  return inEnglish ? signedContent(translation, inEnglish.canonical, inEnglish.contentVersion).body : null;
}
