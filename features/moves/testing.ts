import { inArray } from "drizzle-orm";
import { database } from "#db/client.ts";
import { transactionNow } from "#db/now.ts";
import { grants, people } from "#db/schema/people.ts";
import { changeSealed, sealed } from "#db/seal.ts";
import { transaction } from "#db/transaction.ts";
import { startFrom } from "#features/demo/start-from.ts";
import { saveDraft, withOwnWords } from "#features/drafts/commands.ts";
import { hashOnScreen } from "#features/drafts/cut.ts";
import { knownOfLive, onScreenOf, sinceOf } from "#features/drafts/known.ts";
import { type ArticleContent, article } from "#features/kinds/article.ts";
import { makeSection } from "#features/sites/make-section.ts";
import { makeSite } from "#features/sites/make-site.ts";
import type { By } from "#features/sites/tell.ts";
import { newBlockId } from "#features/text/block-id.ts";
import { emptyContent } from "#features/text/content.ts";
import { revisionText } from "#features/workflow/store.ts";
import type { Story } from "#features/workflow/story.ts";
import { findStory } from "#features/workflow/story-store.ts";
import { carryOut, start } from "./commands.ts";

export type Person = { siteId: number; personId: number };
export type Office = {
  siteId: number;
  news: number;
  party: number;
  elsewhere: number;
  reporter: Person;
  editor: Person;
  approver: Person;
  approver2: Person;
  admin: Person;
  stranger: Person;
};

/** By whom a spec's places are made. */
const NOBODY: By = { personId: null, because: "demo" };

/** A small office for specs: a site, three sections (`party` lies under `news`), and a person for each role. */
export async function anOffice(): Promise<Office> {
  const db = database();
  // Specs that share a database must not meet each other's names.
  const mark = crypto.randomUUID().slice(0, 8);
  const places = await transaction(async (tx) => {
    const siteId = await makeSite(tx, NOBODY, { key: `site-${mark}`, name: "Phường Thử" });
    const section = (name: string, parentId: number | null = null) =>
      makeSection(tx, { siteId, ...NOBODY }, { name, parentId });
    const news = await section("Tin tức");
    return { siteId, news, party: await section("Đảng - đoàn thể", news), elsewhere: await section("Thông báo") };
  });
  const { siteId, news, elsewhere } = places;
  const person = async (name: string, role?: typeof grants.$inferInsert.role, sectionId: number | null = news) => {
    const [made] = await db
      .insert(people)
      .values(sealed(people, { name, email: `${name.toLowerCase()}-${mark}@thu.example` }))
      .returning();
    const personId = made?.id ?? 0;
    if (role) await giveAtOnce({ personId, siteId, sectionId, role });
    return { siteId, personId };
  };
  const office = {
    ...places,
    reporter: await person("Reporter", "reporter"),
    editor: await person("Editor", "editor"),
    approver: await person("Approver", "approver"),
    approver2: await person("Approver2", "approver"),
    admin: await person("Admin", "administrator", null),
    stranger: await person("Stranger", "approver", elsewhere),
  };
  await setPasswords(office.reporter, office.editor);
  return office;
}

/** A role in force, as nobody gives it on the desk. */
export async function giveAtOnce(
  grant: Pick<typeof grants.$inferInsert, "personId" | "siteId" | "sectionId" | "role">,
): Promise<void> {
  await transaction(async (tx) => {
    const now = await transactionNow(tx);
    await tx.insert(grants).values(sealed(grants, { ...grant, givenAt: now, effectiveFrom: now }));
  });
}

/** Who has a password can be handed an article; nobody signs in with this one. */
export async function setPasswords(...persons: Person[]): Promise<void> {
  const ids = persons.map(({ personId }) => personId);
  await transaction((tx) => changeSealed(tx, people, inArray(people.id, ids), () => ({ passwordHash: NOBODYS })));
}

/** As hashes are kept, of a password that nobody knows. */
const NOBODYS = `$argon2id$v=19$m=8,t=1,p=1$${"A".repeat(22)}$${"A".repeat(43)}`;

/** A text without gaps. */
export function aText(sectionId: number, change: Partial<ArticleContent> = {}): ArticleContent {
  return {
    ...emptyContent(article),
    headline: "Khai mạc hội thao phường",
    standfirst: "Sáng nay, hội thao khai mạc tại sân vận động phường.",
    sectionId,
    byline: { hidden: false, names: [{ name: "Lê Thử", post: "", personId: null }] },
    body: aBody("Hơn hai trăm vận động viên tham dự."),
    ...change,
  };
}

function aBody(...paragraphs: string[]): ArticleContent["body"] {
  return {
    type: "doc",
    content: paragraphs.map((text) => ({
      type: "paragraph",
      attrs: { id: newBlockId(), align: null },
      content: [{ type: "text", text }],
    })),
  };
}

/** Saves like an editor's tab would, from the newest version. */
export async function typeIn(by: Person, documentId: number, change: Partial<ArticleContent>) {
  const story = await storyOf(by, documentId);
  const text = story.buffer?.content ?? emptyContent(article);
  const content = { ...(await transaction((tx) => withOwnWords(tx, story, text))), ...change };
  const base = story.buffer?.version ?? 0;
  return saveDraft(by, { documentId, tab: crypto.randomUUID(), counter: 1, base, content });
}

export async function storyOf(by: Person, documentId: number): Promise<Story> {
  const story = await transaction((tx) => findStory(tx, by.siteId, documentId));
  if (!story) throw new Error(`no article ${documentId}`);
  return story;
}

/** The hash on the person's screen. */
export async function hashSeen(by: Person, documentId: number): Promise<string> {
  return (await hashOnScreen(await storyOf(by, documentId))) ?? "";
}

/** What a press of the person's would say of the text that is on their screen, and of what it was compared with. */
export async function seen(by: Person, documentId: number): Promise<{ hash: string; since: string }> {
  const story = await storyOf(by, documentId);
  return transaction((tx) => onScreenOf(tx, by.personId, story));
}

/** The same of the text that readers have. */
export async function seenLive(by: Person, documentId: number): Promise<{ hash: string; since: string }> {
  const story = await storyOf(by, documentId);
  return transaction(async (tx) => {
    const live = await revisionText(tx, documentId, story.document.liveRevisionId ?? 0);
    return { hash: live?.contentHash ?? "", since: sinceOf(await knownOfLive(tx, by.personId, story)) };
  });
}

/** An article that its reporter is writing. */
export async function drafted(office: Office, change: Partial<ArticleContent> = {}): Promise<number> {
  return draftedBy(office.reporter, aText(office.party, change));
}

async function draftedBy(writer: Person, text: ArticleContent): Promise<number> {
  const id = await start(writer, "article");
  await typeIn(writer, id, text);
  return id;
}

/** An article that its reporter wrote and submitted. */
export async function submitted(office: Office, change: Partial<ArticleContent> = {}): Promise<number> {
  return submittedBy(office.reporter, aText(office.party, change));
}

export async function submittedBy(writer: Person, text: ArticleContent): Promise<number> {
  const id = await draftedBy(writer, text);
  await carryOut(writer, "submit", id, {});
  return id;
}

/** An article that is live, by the reporter and the approver. */
export async function published(office: Office, change: Partial<ArticleContent> = {}): Promise<number> {
  const id = await submitted(office, change);
  await carryOut(office.approver, ["approve", "publish"], id, await seen(office.approver, id));
  return id;
}

/** A text from an older system, brought in by the reporter and approved by the approver; `datedAt` is its old date. */
export async function publishedOld(
  office: Pick<Office, "reporter" | "approver" | "party">,
  change: Partial<ArticleContent> = {},
): Promise<number> {
  const imported = { views: 0, batchId: null, migrated: true };
  const content = aText(office.party, { slug: "bai-cu", ...change });
  const id = await transaction((tx) => startFrom(tx, office.reporter, "article", { content, imported }));
  await carryOut(office.reporter, "submit", id, {});
  await carryOut(office.approver, ["approve", "publish"], id, await seen(office.approver, id));
  return id;
}

/** People of a site as a whole: pages and what the site says of itself are theirs. */
export type Root = { siteId: number; reporter: Person; editor: Person; approver: Person };

export async function rootOf({ siteId }: { siteId: number }): Promise<Root> {
  const person = async (role: "reporter" | "editor" | "approver"): Promise<Person> => {
    const email = `${role}-${crypto.randomUUID().slice(0, 8)}@thu.example`;
    const [made] = await database()
      .insert(people)
      .values(sealed(people, { name: `Root ${role}`, email }))
      .returning();
    const personId = made?.id ?? 0;
    await giveAtOnce({ personId, siteId, sectionId: null, role });
    return { siteId, personId };
  };
  return {
    siteId,
    reporter: await person("reporter"),
    editor: await person("editor"),
    approver: await person("approver"),
  };
}
