import { beforeAll, expect, test } from "vitest";
import { published, type Root, rootOf } from "#features/moves/testing.ts";
import { oneOffice } from "#features/moves/testing-office.ts";
import { publishedTopic } from "#features/moves/testing-root.ts";
import { inTopic } from "#features/reading/topics.ts";
import { choose } from "#features/topics/commands.ts";
import { withoutKey } from "./testing.ts";
import { expectRefused, INVENTED } from "./testing-forger.ts";

const { db, office } = oneOffice();
const { sql } = withoutKey(db);
const root = {} as Root;
const ids = { topic: 0, other: 0, chosen: 0, left: 0, outside: 0 };

type Pressed = { topic?: number; article: number; choice: string; by?: number; seal?: string };

/** A press as a row, for a person who may make it where nobody else is named. */
const pressed = ({ topic = ids.topic, article, choice, by = office.editor.personId, seal = "null" }: Pressed) =>
  `insert into topic_choices (site_id, topic_id, article_id, choice, by_id, seal)
   values (${office.siteId}, ${topic}, ${article}, '${choice}', ${by}, ${seal})`;

/** The seal of the press that put the article in. */
const sealOf = (article: number) =>
  `(select seal from topic_choices where topic_id = ${ids.topic} and article_id = ${article} and choice = 'added')`;

beforeAll(async () => {
  Object.assign(root, await rootOf(office));
  ids.topic = await publishedTopic(root);
  ids.other = await publishedTopic(root, { title: "Khác", slug: "khac" });
  for (const name of ["chosen", "left", "outside"] as const) ids[name] = await published(office);
  for (const articleId of [ids.chosen, ids.left])
    await choose(office.editor, { topicId: ids.topic, articleId, choice: "added" });
  await choose(office.approver, { topicId: ids.topic, articleId: ids.left, choice: "removed" });
});

test("whoever has the app's role and not its key puts nothing into a topic, takes nothing out and pins nothing", async () => {
  const { chosen, outside } = ids;
  await expectRefused(sql, "what_decides_is_sealed", [
    pressed({ article: outside, choice: "added" }),
    pressed({ article: outside, choice: "added", seal: `'${INVENTED}'` }),
    pressed({ article: chosen, choice: "removed" }),
    pressed({ article: chosen, choice: "pinned", by: office.approver.personId }),
  ]);
});

test("the seal of a press is good for no other article, topic, press or person, and for itself once", async () => {
  const { chosen, left, outside, other } = ids;
  await expectRefused(sql, "what_decides_is_sealed", [
    pressed({ article: outside, choice: "added", seal: sealOf(chosen) }),
    pressed({ article: chosen, topic: other, choice: "added", seal: sealOf(chosen) }),
    pressed({ article: chosen, choice: "pinned", seal: sealOf(chosen) }),
    pressed({ article: left, choice: "added", by: office.approver.personId, seal: sealOf(left) }),
  ]);
  // What was taken out is not put back by the press that once put it in.
  await expectRefused(sql, "a_seal_is_used_once", [pressed({ article: left, choice: "added", seal: sealOf(left) })]);
});

test("nor is a press rewritten, and the lists of readers are written by the database alone", async () => {
  const { topic, chosen } = ids;
  await expectRefused(sql, "choices_are_final", [
    `update topic_choices set by_id = ${office.approver.personId}`,
    "delete from topic_choices",
    "truncate topic_choices",
  ]);
  await expectRefused(sql, "42501", [
    "alter table topic_choices disable trigger all",
    `update listings set list = 'topic_pinned' where list = 'topic' and document_id = ${chosen}`,
    `delete from listings where list = 'topic' and of_id = ${topic}`,
    `update listed_months set listed = 9 where list = 'topic' and of_id = ${topic}`,
  ]);
  const shown = await inTopic(office.siteId, topic, 1);
  expect(shown?.cards.map(({ number }) => number)).toEqual([chosen]);
});
