import { readFileSync } from "node:fs";
import { closeDatabase, database, openDatabase } from "#db/client.ts";
import { migrate } from "#db/migrate.ts";
import { grants, people } from "#db/schema/people.ts";
import { sections, sites } from "#db/schema/sites.ts";
import type { Archive } from "#db/testing-archive.ts";
import { transaction } from "#db/transaction.ts";
import { lockPerson, setPassword } from "#features/accounts/store.ts";
import { saveDraft } from "#features/drafts/commands.ts";
import { onScreenOf } from "#features/drafts/known.ts";
import { type ArticleContent, article } from "#features/kinds/article.ts";
import { carryOut, start } from "#features/moves/commands.ts";
import { newBlockId } from "#features/text/block-id.ts";
import { emptyContent } from "#features/text/content.ts";
import { findStory } from "#features/workflow/story-store.ts";
import { hashPassword } from "#lib/password.ts";

export type Person = { siteId: number; personId: number };
export type Office = {
  writer: Person;
  approver: Person;
  writerEmail: string;
  approverEmail: string;
  sectionId: number;
  close(): Promise<void>;
};

/** The demo's reporter and approver, found in the database of a running product. */
export async function demoOffice(ownerUrl: string): Promise<Office> {
  openDatabase(await migrate(ownerUrl));
  const db = database();
  const [site] = await db.select().from(sites).limit(1);
  const siteId = site?.id ?? 0;
  const [section] = await db.select().from(sections).limit(1);
  const everybody = await db.select().from(people);
  const granted = await db.select().from(grants);
  const withRole = (role: string): Person => ({
    siteId,
    personId: granted.find((grant) => grant.role === role)?.personId ?? 0,
  });
  const writer = withRole("reporter");
  const approver = withRole("approver");
  const emailOf = ({ personId }: Person) => everybody.find(({ id }) => id === personId)?.email ?? "";
  const emails = { writerEmail: emailOf(writer), approverEmail: emailOf(approver) };
  return { writer, approver, ...emails, sectionId: section?.id ?? 0, close: closeDatabase };
}

/** A reporter and an approver of a site that was made as an archive, who can sign in from now on. */
export async function archiveOffice(
  ownerUrl: string,
  { siteId, people: its, small }: Archive,
  password: string,
): Promise<Office> {
  openDatabase(await migrate(ownerUrl));
  const passwordHash = await hashPassword(password);
  const emailOf = (personId: number) =>
    transaction(async (tx) => {
      await setPassword(tx, personId, passwordHash);
      return (await lockPerson(tx, personId))?.email ?? "";
    });
  return {
    writer: { siteId, personId: its.reporter },
    approver: { siteId, personId: its.approver },
    writerEmail: await emailOf(its.reporter),
    approverEmail: await emailOf(its.approver),
    sectionId: small.id,
    close: closeDatabase,
  };
}

/** A conference report of about a thousand syllables: the fixture of the importer, which has the form of real ones. */
export function aLongText(sectionId: number, mark = ""): ArticleContent {
  const lines = readFileSync("features/importing/fixtures/hop-giao-ban-thang-tam.txt", "utf8")
    .split("\n")
    .filter(Boolean);
  const paragraphs = [...lines, ...lines].slice(0, 24);
  return {
    ...emptyContent(article),
    headline: `Bài đo tốc độ${mark}`,
    standfirst: paragraphs[3] ?? "Bài đo tốc độ.",
    sectionId,
    byline: { hidden: false, names: [{ name: "Người đo", post: "", personId: null }] },
    body: {
      type: "doc",
      content: paragraphs.map((text) => ({
        type: "paragraph",
        attrs: { id: newBlockId(), align: null },
        content: [{ type: "text", text: `${text}${mark}` }],
      })),
    },
  };
}

/** Writes, submits, approves and publishes an article. @returns its number */
export async function publishNew(office: Office, content: ArticleContent): Promise<number> {
  const id = await start(office.writer, "article");
  await type(office, id, content);
  await signOff(office, id);
  return id;
}

/** Opens an update, changes the text and publishes it. @returns when the last transaction was committed, in ms */
export async function publishAgain(office: Office, id: number, content: ArticleContent): Promise<number> {
  await carryOut(office.writer, "revise", id, {});
  await type(office, id, content);
  await signOff(office, id);
  return performance.now();
}

async function signOff(office: Office, id: number): Promise<void> {
  await carryOut(office.writer, "submit", id, {});
  const { siteId, personId } = office.approver;
  const seen = await transaction(async (tx) => {
    const story = await findStory(tx, siteId, id);
    return story ? onScreenOf(tx, personId, story) : {};
  });
  await carryOut(office.approver, ["approve", "publish"], id, seen);
}

async function type(office: Office, documentId: number, content: ArticleContent): Promise<void> {
  const story = await transaction((tx) => findStory(tx, office.writer.siteId, documentId));
  const slug = story?.document.slug ?? "";
  const base = story?.buffer?.version ?? 1;
  await saveDraft(office.writer, {
    documentId,
    tab: crypto.randomUUID(),
    counter: 1,
    base,
    content: { ...content, slug },
  });
}
