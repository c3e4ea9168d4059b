import { type Tx, transaction } from "#db/transaction.ts";
import { storage } from "#features/files/storage.ts";
import { sectionsOf } from "#features/sites/sections-store.ts";
import { everySite } from "#features/sites/sites-store.ts";
import { until } from "#lib/until.ts";
import { articlesInOrder } from "./articles/all.ts";
import { inDraft, inReview } from "./articles/waiting.ts";
import { bannerOf } from "./banner.ts";
import { listDocuments, putDocuments } from "./bring-documents.ts";
import { listPictures, putPictures } from "./bring-pictures.ts";
import { EMBLEM, listEmblem, putEmblem } from "./emblem.ts";
import { TRANSLATIONS } from "./english.ts";
import { FRONT } from "./front.ts";
import { PAGES } from "./pages.ts";
import { papersOf } from "./papers.ts";
import {
  publish,
  publishAtRoot,
  publishFront,
  publishTopic,
  publishTranslation,
  submit,
  update,
  write,
} from "./publish.ts";
import { askDemoQuestions } from "./questions.ts";
import { makeDemoSite, SITE_WORDS } from "./site.ts";
import { takeTurn } from "./store.ts";
import { TOPICS } from "./topics.ts";
import { weeksOf } from "./weeks.ts";

/** Makes the demo's people on a site. */
export type SeedPeople = (
  tx: Tx,
  siteId: number,
) => Promise<{ reporterId: number; editorId: number; approverId: number }>;

/**
 * Makes the demo where there is no site yet: a site and what it says of itself, its people, a few pages, pictures, papers, articles, calendars and a banner;
 * all of it, or nothing when the start is killed meanwhile, but bytes of files under their own names. Of two instances that begin together one makes it and the other finds it made.
 *
 * @param bytes where its pictures are put
 * @param tell prints the password. It comes before the commit: none counts that was never told
 * @returns whether there was anything to do
 */
export async function seedDemo(
  seedPeople: SeedPeople,
  tell: () => void,
  now: Date,
  bytes = storage(),
): Promise<boolean> {
  const hasSites = async (tx: Tx) => (await everySite(tx)).length > 0;
  if (await transaction(hasSites)) return false;
  const put = {
    emblem: await putEmblem(bytes),
    pictures: await putPictures(bytes),
    documents: await putDocuments(bytes),
  };
  let isMade = false;
  const isOver = await until(
    () =>
      transaction(async (tx) => {
        if (!(await takeTurn(tx))) return false;
        if (await hasSites(tx)) return true;
        await makeDemo(tx, { seedPeople, put, now });
        tell();
        isMade = true;
        return true;
      }),
    MADE_WITHIN_MS,
    TURN_EVERY_MS,
  );
  if (!isOver) throw new Error("Another instance has been making the demo for five minutes.");
  return isMade;
}

/** So long the slowest machine may take, and so often another instance asks whether it is done. */
const MADE_WITHIN_MS = 5 * 60_000;
const TURN_EVERY_MS = 200;

type Making = { seedPeople: SeedPeople; put: Put; now: Date };
type Put = {
  emblem: Awaited<ReturnType<typeof putEmblem>>;
  pictures: Awaited<ReturnType<typeof putPictures>>;
  documents: Awaited<ReturnType<typeof putDocuments>>;
};

async function makeDemo(tx: Tx, { seedPeople, put, now }: Making): Promise<void> {
  const siteId = await makeDemoSite(tx);
  const people = await seedPeople(tx, siteId);
  const sectionIds = new Map((await sectionsOf(tx, siteId)).map(({ id, name }) => [name, id]));
  const desk = { siteId, ...people, sectionIds };
  const by = { siteId, personId: people.reporterId };
  await listEmblem(tx, by, put.emblem, now);
  await listPictures(tx, by, put.pictures, now);
  await listDocuments(tx, by, put.documents, now);
  await publishAtRoot(tx, desk, "site", { ...SITE_WORDS, emblem: { file: EMBLEM.sha256 } });
  const numbers = new Map<string, number>();
  for (const page of PAGES) numbers.set(page.title ?? "", await publishAtRoot(tx, desk, "page", page));
  for (const { replaces = [], ...words } of papersOf(now)) {
    const replaced = replaces.flatMap((reference) => numbers.get(reference) ?? []);
    numbers.set(words.reference, await publishAtRoot(tx, desk, "paper", { ...words, replaces: replaced }));
  }
  for (const article of articlesInOrder(now)) numbers.set(article.headline, await publish(tx, desk, article, now));
  for (const topic of TOPICS) await publishTopic(tx, desk, topic, numbers);
  await publishFront(tx, desk, FRONT, numbers);
  await askDemoQuestions(tx, siteId);
  for (const { changed, ...words } of weeksOf(now)) {
    const number = await publishAtRoot(tx, desk, "week", words);
    if (changed) await update(tx, desk, number, changed);
  }
  await submit(tx, desk, inReview, now);
  await write(tx, desk, inDraft, now);
  for (const translation of TRANSLATIONS) await publishTranslation(tx, desk, translation, numbers);
  // It ends by the clock, whatever day the demo is made for.
  await publishAtRoot(tx, desk, "banner", bannerOf(new Date()));
}
