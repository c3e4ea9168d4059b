import { beforeAll, expect, test } from "vitest";
import { carryOut } from "#features/moves/commands.ts";
import { published, type Root, rootOf } from "#features/moves/testing.ts";
import { publishedTopic } from "#features/moves/testing-root.ts";
import { oneHouse } from "./house.ts";
import { asleep, verdict } from "./testing.ts";

const { house, sql, owner } = oneHouse();
const root = {} as Root;
const ids = { topic: 0, article: 0, hidden: 0, draft: 0 };

beforeAll(async () => {
  Object.assign(root, await rootOf(house.office));
  ids.topic = await publishedTopic(root);
  ids.article = await published(house.office);
  ids.hidden = await published(house.office);
  ids.draft = house.draft.article;
  await carryOut(house.office.editor, "hide", ids.hidden, { reason: "Chờ kiểm tra" });
});

type Pressed = { topic: number; article: number; choice: string; by: number; at: string; site: number };

const chosen = (change: Partial<Pressed> = {}) => {
  const { siteId, editor } = house.office;
  const pressed = { topic: ids.topic, article: ids.article, choice: "added", by: editor.personId, at: "now()" };
  const { site, topic, article, choice, by, at } = { site: siteId, ...pressed, ...change };
  return `insert into topic_choices (site_id, topic_id, article_id, choice, by_id, at)
    values (${site}, ${topic}, ${article}, '${choice}', ${by}, ${at})`;
};
const told = (topic = ids.topic, article = ids.article) =>
  `insert into announcements (site_id, facts) values (${house.office.siteId}, '{list:topic:${topic},document:${article}}')`;

test("one editor or approver, of any section, chooses; nobody else does", async () => {
  const { editor, approver, stranger, reporter, admin } = house.office;
  for (const { personId } of [editor, approver, stranger])
    expect(await verdict(sql, chosen({ by: personId }), told())).toBe("allowed");
  for (const { personId } of [reporter, admin])
    expect(await verdict(sql, chosen({ by: personId }), told())).toBe("editors_choose");
  expect(await verdict(sql, `update people set switched_off_at = now() where id = ${editor.personId}`, chosen())).toBe(
    "editors_choose",
  );
});

test("articles stand in topics of their site, and nothing else stands in anything else", async () => {
  for (const change of [{ topic: ids.article, article: ids.hidden }, { article: ids.topic }])
    expect(await verdict(sql, chosen(change), told())).toBe("articles_stand_in_topics");
});

test("each shape and key of a choice holds also where its triggers sleep", async () => {
  expect(await asleep(owner, "topic_choices", chosen({ choice: "liked" }))).toBe("a_choice_is_one_of_four");
  expect(await asleep(owner, "topic_choices", chosen({ topic: 999_999 }))).toBe(
    "a_choice_is_for_a_document_of_its_site",
  );
  expect(await asleep(owner, "topic_choices", chosen({ article: 999_999 }))).toBe(
    "a_choice_is_of_a_document_of_its_site",
  );
});

test("only what readers have is put into a topic, and what went may be taken out", async () => {
  expect(await verdict(sql, chosen({ article: ids.draft }), told(ids.topic, ids.draft))).toBe("what_is_live_is_chosen");
  expect(await verdict(sql, chosen({ article: ids.hidden }), told(ids.topic, ids.hidden))).toBe(
    "what_is_live_is_chosen",
  );
});

test("each press changes something, and is of its moment", async () => {
  for (const choice of ["removed", "pinned", "unpinned"])
    expect(await verdict(sql, chosen({ choice }), told())).toBe("a_choice_changes_something");
  const after = (...choices: string[]) => verdict(sql, ...choices.map((choice) => chosen({ choice })), told());
  expect(await after("added", "pinned", "unpinned", "removed", "added")).toBe("allowed");
  for (const twice of [
    ["added", "added"],
    ["added", "unpinned"],
    ["added", "pinned", "pinned"],
    ["added", "removed", "pinned"],
  ])
    expect([twice, await after(...twice)]).toEqual([twice, "a_choice_changes_something"]);
  for (const at of ["now() - interval '1 day'", "now() + interval '1 minute'"])
    expect(await verdict(sql, chosen({ at }), told())).toBe("a_choice_is_made_now");
});

test("a topic pins five", async () => {
  const articles: number[] = [];
  for (let count = 0; count < 6; count += 1) articles.push(await published(house.office));
  const pinned = (many: number) =>
    articles
      .slice(0, many)
      .flatMap((article) => [chosen({ article }), chosen({ article, choice: "pinned" }), told(ids.topic, article)]);
  expect(await verdict(sql, ...pinned(5))).toBe("allowed");
  expect(await verdict(sql, ...pinned(6))).toBe("a_topic_pins_five");
});

test("a choice is told to whoever shows the topic or the article", async () => {
  expect(await verdict(sql, chosen())).toBe("readers_pages_are_told");
  expect(await verdict(sql, chosen(), told(ids.topic, ids.hidden))).toBe("readers_pages_are_told");
  expect(await verdict(sql, chosen(), told())).toBe("allowed");
});

test("what was chosen is never written anew", async () => {
  for (const change of ["update topic_choices set choice = 'removed'", "delete from topic_choices"])
    expect(await verdict(sql, chosen(), told(), change)).toBe("choices_are_final");
  expect(await verdict(sql, "truncate topic_choices")).toBe("choices_are_final");
});

test("two topics of a site share no address, and a page may have it at the root", async () => {
  const { siteId, reporter } = house.office;
  const made = (kind: string) =>
    `insert into documents (site_id, kind, created_by, slug) values (${siteId}, '${kind}', ${reporter.personId}, 'vong-ho')`;
  expect(await asleep(owner, "documents", made("topic"), made("topic"))).toBe("one_topic_for_an_address");
  expect(await asleep(owner, "documents", made("topic"), made("page"))).toBe("allowed");
});
