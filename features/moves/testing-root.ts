import { transaction } from "#db/transaction.ts";
import { saveDraft, withOwnWords } from "#features/drafts/commands.ts";
import type { BannerContent } from "#features/kinds/banner.ts";
import { SENTENCES, type SentenceId, spelt } from "#features/kinds/banner-sentences.ts";
import type { FrontContent } from "#features/kinds/front.ts";
import type { PageContent } from "#features/kinds/page.ts";
import type { PaperContent } from "#features/kinds/paper.ts";
import type { SiteContent } from "#features/kinds/site.ts";
import type { TopicContent } from "#features/kinds/topic.ts";
import type { TranslationContent } from "#features/kinds/translation.ts";
import { calledWeek, newEntry, type WeekContent } from "#features/kinds/week.ts";
import { newBlockId } from "#features/text/block-id.ts";
import { beginTranslation } from "#features/translations/commands.ts";
import { carryOut, start } from "./commands.ts";
import { type Person, type Root, seen, storyOf } from "./testing.ts";

/** A page without gaps. */
export function aPage(change: Partial<PageContent> = {}): Partial<PageContent> {
  const words = "Trụ sở mở cửa từ thứ Hai đến thứ Sáu.";
  const paragraph = {
    type: "paragraph" as const,
    attrs: { id: newBlockId(), align: null },
    content: [{ type: "text" as const, text: words }],
  };
  return { title: "Liên hệ", slug: "lien-he", body: { type: "doc", content: [paragraph] }, ...change };
}

type Change =
  | Partial<BannerContent>
  | Partial<FrontContent>
  | Partial<PageContent>
  | Partial<PaperContent>
  | Partial<SiteContent>
  | Partial<TopicContent>
  | Partial<WeekContent>
  | Partial<TranslationContent>;

/** Saves like an editor's tab would, from the newest version. */
export async function typeAtRoot(by: Person, documentId: number, change: Change) {
  const story = await storyOf(by, documentId);
  const { buffer } = story;
  const content = { ...(buffer && (await transaction((tx) => withOwnWords(tx, story, buffer.content)))), ...change };
  return saveDraft(by, { documentId, tab: crypto.randomUUID(), counter: 1, base: buffer?.version ?? 0, content });
}

/** Sent by the editor, and signed by the approver: readers have it. */
export async function publishAtRoot({ editor, approver }: Root, documentId: number): Promise<number> {
  await carryOut(editor, "submit", documentId, {});
  await carryOut(approver, ["approve", "publish"], documentId, await seen(approver, documentId));
  return documentId;
}

/** A page that is live. */
export async function publishedPage(root: Root, change: Partial<PageContent> = {}): Promise<number> {
  const id = await start(root.editor, "page");
  await typeAtRoot(root.editor, id, aPage(change));
  return publishAtRoot(root, id);
}

/** A paper without gaps. */
export function aPaper(change: Partial<PaperContent> = {}): Partial<PaperContent> {
  const { body } = aPage();
  return {
    ...{ form: "decision", reference: "12/2026/QĐ-UBND", abstract: "Quy chế tiếp công dân", slug: "quy-che" },
    ...{ issuer: "Ủy ban nhân dân phường", signer: { name: "Lê Thị Mẫu", post: "Chủ tịch" } },
    ...{ issuedOn: "2026-03-02", effectiveOn: "2026-04-01", ...(body && { body }) },
    ...change,
  };
}

/** A paper that is live. */
export async function publishedPaper(root: Root, change: Partial<PaperContent> = {}): Promise<number> {
  const id = await start(root.editor, "paper");
  await typeAtRoot(root.editor, id, aPaper(change));
  return publishAtRoot(root, id);
}

/** A banner of words of one's own without gaps, for an hour. */
export function aBanner(change: Partial<BannerContent> = {}): Partial<BannerContent> {
  return { words: "Chợ Bến Đá đóng cửa sớm.", ends: hoursAhead(1), ...change };
}

/** The same of a fixed sentence. */
export function aSentence(
  sentence: SentenceId,
  blanks: string[],
  change: Partial<BannerContent> = {},
): Partial<BannerContent> {
  const said = { sentence, blanks, words: spelt(sentence, blanks), level: SENTENCES[sentence].level };
  return { ...said, ends: hoursAhead(1), ...change };
}

/** An instant as texts spell it. */
export const hoursAhead = (hours: number): string => new Date(Date.now() + hours * 3_600_000).toISOString();

/** A banner that is live, signed by two. */
export async function publishedBanner(root: Root, change: Partial<BannerContent> = {}): Promise<number> {
  const id = await start(root.editor, "banner");
  await typeAtRoot(root.editor, id, aBanner(change));
  return publishAtRoot(root, id);
}

/** A topic that is live, with nothing in it. */
export async function publishedTopic(root: Root, change: Partial<TopicContent> = {}): Promise<number> {
  const id = await start(root.editor, "topic");
  const words = { title: "Đi trọn một vòng hồ", slug: "di-tron-mot-vong-ho", standfirst: "Đường quanh hồ đã thông." };
  await typeAtRoot(root.editor, id, { ...words, ...change });
  return publishAtRoot(root, id);
}

/** The calendar of a week without gaps. @param monday as yyyy-mm-dd */
export function aWeek(monday: string, change: Partial<WeekContent> = {}): Partial<WeekContent> {
  const meeting = {
    ...newEntry(1, "giao-ban"),
    from: "08:00",
    leaders: "Chủ tịch Trần Thị Mẫu",
    what: "Giao ban tuần",
  };
  return { monday, ...calledWeek(monday), entries: [{ ...meeting, place: "Phòng họp 1" }], ...change };
}

/** One that is live. */
export async function publishedWeek(root: Root, monday: string, change: Partial<WeekContent> = {}): Promise<number> {
  const id = await start(root.editor, "week");
  await typeAtRoot(root.editor, id, aWeek(monday, change));
  return publishAtRoot(root, id);
}

/** The English sister of a document that readers have, live. @param of its number */
export async function publishedTranslation(
  root: Root,
  of: number,
  change: Partial<TranslationContent> = {},
): Promise<number> {
  const id = await beginTranslation(root.editor, of);
  await typeAtRoot(root.editor, id, { title: "Ward sports day opens", slug: "ward-sports-day", ...change });
  return publishAtRoot(root, id);
}
