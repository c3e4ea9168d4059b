import { monitorEventLoopDelay } from "node:perf_hooks";
import { setTimeout as pause } from "node:timers/promises";
import { transaction } from "#db/transaction.ts";
import { deskDocument } from "#features/desk/desk-document.ts";
import { basesOf, changesSince } from "#features/desk/texts.ts";
import { saveDraft } from "#features/drafts/commands.ts";
import { onScreenOf } from "#features/drafts/known.ts";
import type { ArticleContent } from "#features/kinds/article.ts";
import { openThread } from "#features/long-texts/open-thread.ts";
import { carryOut, start } from "#features/moves/commands.ts";
import { aParagraph, LONG_BODIES, NEARLY_2_MB } from "#features/text/testing.ts";
import type { Story } from "#features/workflow/story.ts";
import { findStory } from "#features/workflow/story-store.ts";
import { ms, percentile, say } from "./figures.ts";
import { aLongText, type Office, type Person } from "./office.ts";

const TIMES = 5;

/** The text of nearly 2 MB that takes longest; the same several times, for others use the machine as well. */
export async function longTexts(office: Office): Promise<void> {
  for (const where of ["on the thread", "in place"] as const) {
    const all: Pauses[] = [];
    for (let nth = 1; nth <= TIMES; nth += 1) all.push(await longestPauses(office, where));
    const middle = (one: keyof Pauses) =>
      `${one} ${ms(
        percentile(
          all.map((pauses) => pauses[one]),
          0.5,
        ),
      )}`;
    const figures = (["saved", "sent", "reviewed", "signed"] as const).map(middle).join(", ");
    say(`longest pause for a text of 2 MB, ${where}${where === "in place" ? "" : " (under 50 ms)"}`, figures);
  }
}

/** How long nobody else is answered meanwhile, at the longest, in milliseconds. */
type Pauses = { saved: number; sent: number; reviewed: number; signed: number };

/** A text of nearly 2 MB is saved, sent, reviewed and signed in this process, on the thread for long texts or in place. */
async function longestPauses(office: Office, where: "on the thread" | "in place"): Promise<Pauses> {
  const thread = where === "on the thread" ? openThread() : undefined;
  try {
    const { writer, approver } = office;
    const id = await start(writer, "article");
    await save(writer, id, JSON.stringify(theLongestText(office, "Một")));
    await carryOut(writer, "submit", id, {});
    await carryOut(approver, "return", id, { reason: "quality", words: "Viết lại." });
    const body = JSON.stringify(theLongestText(office, "Hai"));
    const saved = await pauseOf(() => save(writer, id, body));
    const sent = await pauseOf(() => carryOut(writer, "submit", id, {}));
    const reviewed = await pauseOf(async () => {
      const article = await deskDocument(approver, id);
      const [base] = article ? basesOf(article, "open") : [];
      if (!article || !base) throw new Error("there is nothing to compare with");
      await changesSince(article, "open", base);
    });
    const story = await storyOf(approver, id);
    const seen = await transaction((tx) => onScreenOf(tx, approver.personId, story));
    const signed = await pauseOf(() => carryOut(approver, "approve", id, seen));
    return { saved, sent, reviewed, signed };
  } finally {
    await thread?.close();
  }
}

/** One in which words and marks change all the time: the slowest there are. */
export function theLongestText(office: Office, mark: string): ArticleContent {
  const body = LONG_BODIES["words in turns bold and plain"](NEARLY_2_MB - 32_768);
  return { ...aLongText(office.sectionId, mark), body: { ...body, content: [aParagraph(mark), ...body.content] } };
}

/** As the route does. */
async function save(by: Person, documentId: number, body: string): Promise<void> {
  const base = (await storyOf(by, documentId)).buffer?.version ?? 0;
  const content: unknown = JSON.parse(body);
  const { saved } = await saveDraft(by, { documentId, tab: crypto.randomUUID(), counter: 1, base, content });
  if (!saved) throw new Error("the text was not saved");
}

async function storyOf({ siteId }: Person, documentId: number): Promise<Story> {
  const story = await transaction((tx) => findStory(tx, siteId, documentId));
  if (!story) throw new Error(`there is no article ${documentId}`);
  return story;
}

async function pauseOf(work: () => Promise<unknown>): Promise<number> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  await pause(20);
  delay.reset();
  await work();
  await pause(20);
  delay.disable();
  return delay.max / 1_000_000;
}
