import { beforeAll } from "vitest";
import { type ArticleContent, article } from "#features/kinds/article.ts";
import { carryOut, start } from "#features/moves/commands.ts";
import { drafted, type Office, published, seen, submitted } from "#features/moves/testing.ts";
import { oneOffice } from "#features/moves/testing-office.ts";
import { canonicalText } from "#features/text/canonical.ts";
import { inPlainSql, type Sql } from "./testing.ts";

/** An article in each place of the workflow. */
type House = {
  office: Office;
  /** The reporter typed and nothing was cut yet. */
  draft: LawCase;
  review: LawCase;
  approved: LawCase;
  scheduled: LawCase;
  live: LawCase;
  /** Live, with an open update that nobody has typed in. */
  updating: LawCase;
  /** Live in an emergency by the approver, and not countersigned. */
  owed: LawCase;
  hidden: LawCase;
  /** Withdrawn because an authority ordered it. */
  withdrawn: LawCase;
  discarded: LawCase;
};

/** An article, its newest edition, the newest revision of that (0 before the first cut), and the canonical text of its buffer. */
export type LawCase = { article: number; edition: number; revision: number; hash: string; canonical: string };

/** One house for all tests of a spec file, with the app's role and the owner speaking plain SQL in it. */
export function oneHouse() {
  const { db, bend, office } = oneOffice();
  const { sql, owner } = inPlainSql(db);
  const house = {} as House;
  beforeAll(async () => {
    Object.assign(house, await furnished(office, sql));
  });
  return { house, sql, owner, db, bend };
}

async function furnished(office: Office, sql: Sql): Promise<House> {
  const { approver, reporter } = office;
  const stands = async (number: number): Promise<LawCase> => {
    const [row] = await sql(
      `select e.id as edition, coalesce(r.id, 0) as revision, coalesce(r.content_hash, '') as hash, b.content from editions e
       join draft_buffers b on b.edition_id = e.id
       left join revisions r on r.edition_id = e.id where e.document_id = $1 order by e.id desc, r.id desc limit 1`,
      [number],
    );
    const { content, ...marks } = row as Omit<LawCase, "article" | "canonical"> & { content: ArticleContent };
    return { article: number, ...marks, canonical: canonicalText(article, content) };
  };
  const draft = await drafted(office);
  const review = await submitted(office);
  const approved = await submitted(office);
  await carryOut(approver, "approve", approved, await seen(approver, approved));
  const scheduled = await submitted(office);
  const tomorrow = new Date(Date.now() + 86_400_000);
  await carryOut(approver, ["approve", "schedule"], scheduled, { ...(await seen(approver, scheduled)), at: tomorrow });
  const live = await published(office);
  const updating = await published(office);
  await carryOut(reporter, "revise", updating, {});
  const owed = await submitted(office);
  await carryOut(approver, "emergency_publish", owed, { ...(await seen(approver, owed)), reason: "Bão vào đất liền" });
  const hidden = await published(office);
  await carryOut(approver, "hide", hidden, { reason: "Chờ kiểm tra" });
  const withdrawn = await published(office);
  await carryOut(approver, "withdraw", withdrawn, { reason: "authority" });
  const discarded = await start(reporter, "article");
  await carryOut(reporter, "discard", discarded, {});
  return {
    office,
    draft: await stands(draft),
    review: await stands(review),
    approved: await stands(approved),
    scheduled: await stands(scheduled),
    live: await stands(live),
    updating: await stands(updating),
    owed: await stands(owed),
    hidden: await stands(hidden),
    withdrawn: await stands(withdrawn),
    discarded: await stands(discarded),
  };
}
