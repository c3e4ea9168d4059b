import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { carryOut } from "#features/moves/commands.ts";
import { published, seen, typeIn } from "#features/moves/testing.ts";
import { oneOffice } from "#features/moves/testing-office.ts";

const { rows, bend, office } = oneOffice();

const steps = (tag: string) =>
  readFileSync(join(import.meta.dirname, `../../db/migrations/${tag}.sql`), "utf8").split("--> statement-breakpoint");

/** What the migrations do with the sections of a site that was there before sections had an hour of opening. */
async function upgraded(): Promise<void> {
  await bend("update sections set opened_at = null");
  for (const step of steps("0012_readers")) if (/\bupdate sections\b/.test(step)) await bend(step);
  for (const step of steps("0013_second_listings")) await rows(step);
}

const opened = async () =>
  (await rows("select id from sections where opened_at is not null order by id")).map(({ id }) => id);

test("a section that was a second one alone, and of no text any more, keeps its page through the upgrade", async () => {
  const id = await published(office, { secondSectionIds: [office.elsewhere] });
  await carryOut(office.reporter, "revise", id, {});
  await typeIn(office.reporter, id, { secondSectionIds: [] });
  await carryOut(office.reporter, "submit", id, {});
  await carryOut(office.approver, ["approve", "publish"], id, await seen(office.approver, id));
  await upgraded();
  expect(await opened()).toEqual([office.party, office.elsewhere]);
  await expect(rows("update sections set opened_at = now() where id = $1", [office.news])).rejects.toThrow(
    /a_section_opens_with_a_live_article|has been open/,
  );
});

test("a section of a text that nobody published stays as closed as it was", async () => {
  const id = await published(office);
  await carryOut(office.reporter, "revise", id, {});
  await typeIn(office.reporter, id, { secondSectionIds: [office.news] });
  await carryOut(office.reporter, "submit", id, {});
  await upgraded();
  expect(await opened()).not.toContain(office.news);
});
