import { grants, people } from "#db/schema/people.ts";
import { sealed } from "#db/seal.ts";
import type { Tx } from "#db/transaction.ts";
import { seedDemo } from "#features/demo/seed.ts";
import { keepFilesIn } from "#features/files/testing.ts";
import { bringAll } from "./keep.ts";
import { writeCorpus } from "./testing-corpus.ts";
import { JUDGED } from "./testing-judged.ts";

/** At which every date of the corpus, and every question of "newest", holds still. */
export const JUDGED_AT = new Date("2026-11-22T08:00:00Z");

type Ask = (sql: string, values?: unknown[]) => Promise<unknown>;

/** The demo and the corpus, live on one site and brought to the search. @param bend past every trigger @returns the site's number */
export async function writeJudged(bend: Ask, files: Parameters<typeof keepFilesIn>[0]): Promise<number> {
  keepFilesIn(files);
  let site = 0;
  const seedPeople = async (tx: Tx, siteId: number) => {
    site = siteId;
    const person = async (role: "reporter" | "editor" | "approver") => {
      const [made] = await tx
        .insert(people)
        .values(sealed(people, { name: role, email: `${role}@demo.example`, demo: true }))
        .returning();
      const personId = made?.id ?? 0;
      const inForce = { givenAt: JUDGED_AT, effectiveFrom: JUDGED_AT };
      await tx.insert(grants).values(sealed(grants, { personId, siteId, role, ...inForce }));
      return personId;
    };
    const [reporterId, editorId] = [await person("reporter"), await person("editor")];
    return { reporterId, editorId, approverId: await person("approver") };
  };
  await seedDemo(seedPeople, () => undefined, JUDGED_AT);
  await writeCorpus(bend, site, JUDGED_AT);
  await bringAll(new AbortController().signal);
  return site;
}

export type Judgement = { question: string; answers: readonly string[]; place: number | null };

/**
 * Where the first right answer stands among the first ten, for each question.
 * @param titles of all documents, by their numbers
 * @param rank the numbers of what is found, the best first
 */
export async function judge(
  titles: ReadonlyMap<number, string>,
  rank: (question: string) => Promise<readonly number[]>,
): Promise<Judgement[]> {
  const all: Judgement[] = [];
  for (const [question, ...answers] of JUDGED) {
    const found = (await rank(question)).slice(0, 10);
    const at = found.findIndex((id) => answers.some((begins) => titles.get(id)?.startsWith(begins)));
    all.push({ question, answers, place: at < 0 ? null : at + 1 });
  }
  return all;
}

/** Mean reciprocal rank. */
export const mrr = (all: readonly Judgement[]): number =>
  all.reduce((sum, { place }) => sum + (place === null ? 0 : 1 / place), 0) / all.length;
