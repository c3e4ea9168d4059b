import { describe, expect, test } from "vitest";
import { carryOut, start } from "#features/moves/commands.ts";
import { published, rootOf } from "#features/moves/testing.ts";
import { anotherOffice, oneOffice } from "#features/moves/testing-office.ts";
import { publishAtRoot } from "#features/moves/testing-root.ts";
import { verdict, withoutKey } from "#features/workflow/law/testing.ts";
import { choose } from "./commands.ts";

const { db, office, rows, bend } = oneOffice();
const { sql } = withoutKey(db);
const elsewhere = anotherOffice();

type Row = {
  site?: number;
  section?: number | null;
  number?: number;
  pins?: object[];
  at?: string;
  cancels?: number | null;
  by?: number;
};

/** A choice as it would be written past the program. */
function write({
  site = office.siteId,
  section = office.news,
  number = 1,
  pins = [],
  at = "now()",
  cancels = null,
  by = office.editor.personId,
}: Row) {
  return rows(
    `insert into front_choices (site_id, section_id, number, pins, takes_effect_at, cancels, person_id) values ($1, $2, $3, $4, ${at}, $5, $6)`,
    [site, section, number, JSON.stringify(pins), cancels, by],
  );
}
const pin = (slot: number, article: number) => ({ band: "lead", slot, article, until: null });

describe("the database refuses", () => {
  test("a choice for a section of another site", async () => {
    await expect(write({ section: elsewhere.news })).rejects.toMatchObject({ constraint: "a_front_is_of_its_site" });
  });

  test("a choice of whoever is no editor of its place", async () => {
    for (const by of [office.reporter, office.admin, office.stranger].map(({ personId }) => personId)) {
      await expect(write({ by })).rejects.toMatchObject({ constraint: "editors_choose_what_stands_in_front" });
    }
    await expect(write({ section: null })).rejects.toMatchObject({ constraint: "editors_choose_what_stands_in_front" });
  });

  test("one that leaves a number out", async () => {
    await expect(write({ number: 2 })).rejects.toMatchObject({ constraint: "choices_of_a_front_follow_each_other" });
  });

  test("one that would have been in force before it was made", async () => {
    await expect(write({ at: "now() - interval '1 hour'" })).rejects.toMatchObject({
      constraint: "a_choice_is_for_now_or_later",
    });
  });

  test("an article or a slot that stands twice, and too many", async () => {
    const [one, other] = [await published(office), await published(office)];
    for (const pins of [
      [pin(0, one), pin(1, one)],
      [pin(0, one), pin(0, other)],
      Array.from({ length: 201 }, (_, at) => pin(at, at)),
    ]) {
      await expect(write({ pins })).rejects.toMatchObject({ constraint: "an_article_stands_once_on_a_front" });
    }
  });

  test("what is no article of the site", async () => {
    const far = await published(elsewhere);
    await expect(write({ pins: [pin(0, far)] })).rejects.toMatchObject({
      constraint: "a_front_shows_articles_of_its_site",
    });
  });

  test("to take back what is in force", async () => {
    await choose(office.editor, { sectionId: office.elsewhere, base: 0, over: 0 }, () => []).catch(() => undefined);
    await choose(office.editor, { sectionId: office.party, base: 0, over: 0 }, () => []);
    await expect(write({ section: office.party, number: 2, cancels: 1 })).rejects.toMatchObject({
      constraint: "only_what_is_to_come_is_cancelled",
    });
  });

  test("to change a choice, or to forget it", async () => {
    await choose(office.editor, { sectionId: office.news, base: 0, over: 0 }, () => []);
    for (const statement of [
      "update front_choices set pins = '[1]'",
      "delete from front_choices",
      "truncate front_choices",
    ]) {
      await expect(rows(statement)).rejects.toMatchObject({ constraint: "front_choices_are_final" });
    }
  });

  test("a choice of whoever has the app's role and not its key", async () => {
    const forged = `insert into front_choices (site_id, section_id, number, pins, takes_effect_at, person_id)
      values (${office.siteId}, ${office.news}, 2, '[]', now(), ${office.editor.personId})`;
    expect(await verdict(sql, forged)).toBe("what_decides_is_sealed");
  });

  test("two choices of one number, and one that takes back another and pins something, whoever writes them", async () => {
    const by = office.editor.personId;
    const columns = "(site_id, section_id, number, pins, takes_effect_at, cancels, person_id)";
    const other = bend(
      `insert into front_choices ${columns} values (${office.siteId}, ${office.news}, 1, '[]', now(), null, ${by})`,
    );
    await expect(other).rejects.toMatchObject({ constraint: "choices_of_a_front_are_counted" });
    const both = bend(
      `insert into front_choices ${columns} values (${office.siteId}, ${office.news}, 9, '[1]', now(), 1, ${by})`,
    );
    await expect(both).rejects.toMatchObject({ constraint: "what_cancels_a_choice_pins_nothing" });
  });

  test("a second front for one page", async () => {
    const root = await rootOf(office);
    await publishAtRoot(root, await start(root.editor, "front"));
    const second = await start(root.editor, "front");
    await expect(carryOut(root.editor, "submit", second, {})).rejects.toMatchObject({ code: "not_ready" });
    const live = "(select live_revision_id from documents where kind = 'front' and live_revision_id is not null)";
    const taken =
      bend(`update documents set visibility = 'live', live_revision_id = ${live}, last_live_revision_id = ${live},
      shown_at = now() where id = ${second}`);
    await expect(taken).rejects.toMatchObject({ constraint: "one_front_of_a_page" });
  });
});
