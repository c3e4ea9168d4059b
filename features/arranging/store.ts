import { and, desc, eq, inArray, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { documents } from "#db/schema/documents.ts";
import { frontChoices } from "#db/schema/fronts.ts";
import { people } from "#db/schema/people.ts";
import { sealed } from "#db/seal.ts";
import type { Tx } from "#db/transaction.ts";
import type { Pin } from "#features/fronts/pins.ts";
import type { FrontPermit } from "#features/workflow/policy.ts";

type Where = { siteId: number; sectionId: number | null };

const isOf = ({ siteId, sectionId }: Where) =>
  and(eq(frontChoices.siteId, siteId), sql`coalesce(${frontChoices.sectionId}, 0) = ${sectionId ?? 0}`);

/** Lets nobody else choose for the same front before the transaction ends. */
export async function holdFront(tx: Tx, { siteId, sectionId }: FrontPermit): Promise<void> {
  // The same lock as the law takes (`check_front_choice`).
  await tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(format('front %s %s', ${siteId}::integer, ${sectionId ?? 0}::integer), 0))`,
  );
}

const choice = {
  number: frontChoices.number,
  pins: frontChoices.pins,
  takesEffectAt: frontChoices.takesEffectAt,
  cancels: frontChoices.cancels,
  at: frontChoices.at,
  by: people.name,
};

/** What was chosen for a front, the last first. @param before choices with a smaller number; null from the last one on */
export async function choicesOf(tx: Pick<Tx, "select">, where: Where, limit: number, before: number | null = null) {
  const rows = await tx
    .select(choice)
    .from(frontChoices)
    .innerJoin(people, eq(people.id, frontChoices.personId))
    .where(and(isOf(where), before === null ? sql`true` : sql`${frontChoices.number} < ${before}`))
    .orderBy(desc(frontChoices.number))
    .limit(limit);
  return rows.map(({ pins, ...row }) => ({ ...row, pins: JSON.parse(pins) as Pin[] }));
}

/** One of them; undefined where there is none of that number. */
export async function choiceOf(tx: Pick<Tx, "select">, where: Where, number: number) {
  return (await choicesOf(tx, where, 1, number + 1)).find((one) => one.number === number);
}

/** Which of these numbers are articles of a site. */
export async function articlesAmong(
  tx: Pick<Tx, "select">,
  siteId: number,
  numbers: readonly number[],
): Promise<Set<number>> {
  if (numbers.length === 0) return new Set();
  const found = await tx
    .select({ id: documents.id })
    .from(documents)
    .where(and(eq(documents.siteId, siteId), eq(documents.kind, "article"), inArray(documents.id, [...numbers])));
  return new Set(found.map(({ id }) => id));
}

/** What readers know articles by, or knew; "" for those that they never had. */
export async function titlesOf(siteId: number, numbers: readonly number[]): Promise<Map<number, string>> {
  if (numbers.length === 0) return new Map();
  const found = await database()
    .select({ id: documents.id, title: documents.title })
    .from(documents)
    .where(and(eq(documents.siteId, siteId), inArray(documents.id, [...numbers])));
  return new Map(found.map(({ id, title }) => [id, title]));
}

export async function insertChoice(
  tx: Tx,
  { siteId, sectionId, by }: FrontPermit,
  {
    number,
    pins,
    takesEffectAt,
    cancels,
  }: { number: number; pins: readonly Pin[]; takesEffectAt: Date; cancels: number | null },
): Promise<void> {
  await tx.insert(frontChoices).values(
    sealed(frontChoices, {
      ...{ siteId, sectionId, number, pins: JSON.stringify(pins), takesEffectAt, cancels, personId: by },
    }),
  );
}
