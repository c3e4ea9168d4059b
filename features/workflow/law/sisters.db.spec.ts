import { beforeAll, expect, test } from "vitest";
import { published, type Root, rootOf } from "#features/moves/testing.ts";
import { publishedPaper, publishedTranslation } from "#features/moves/testing-root.ts";
import { beginTranslation } from "#features/translations/commands.ts";
import { oneHouse } from "./house.ts";
import { asleep, verdict } from "./testing.ts";

const { house, sql, owner } = oneHouse();
const root = {} as Root;
const ids = { article: 0, english: 0, paper: 0, begun: 0 };

beforeAll(async () => {
  Object.assign(root, await rootOf(house.office));
  ids.article = await published(house.office);
  ids.english = await publishedTranslation(root, ids.article);
  ids.paper = await publishedPaper(root);
  ids.begun = await beginTranslation(root.editor, await published(house.office));
});

const made = (kind: string, sisterOf: number | "null", language = "en", siteId = house.office.siteId) =>
  `insert into documents (site_id, kind, language, sister_of_id, created_by)
   values (${siteId}, '${kind}', '${language}', ${sisterOf}, ${house.office.editor.personId})`;

test("a translation is the sister of something, in English, and nothing else is", async () => {
  expect(await verdict(sql, made("translation", ids.article))).toBe("allowed");
  for (const other of [
    made("translation", "null"),
    made("translation", ids.article, "vi"),
    made("article", ids.article, "vi"),
    made("page", ids.article),
  ])
    expect(await verdict(sql, other)).toBe("a_translation_is_a_sister");
});

test("it is one of an article or a page of its own site", async () => {
  for (const other of [ids.paper, ids.english, 999_999])
    expect(await verdict(sql, made("translation", other))).toBe("sisters_are_of_articles_and_pages");
  const [far] = await owner("insert into sites (key, name) values ('xa', 'Nơi xa') returning id");
  expect(await verdict(sql, made("translation", ids.article, "en", Number(far?.id)))).toBe(
    "sisters_are_of_articles_and_pages",
  );
});

test("it stays what it is", async () => {
  for (const change of [`sister_of_id = ${ids.paper}`, "sister_of_id = null", "language = 'vi'"])
    expect(await verdict(sql, `update documents set ${change} where id = ${ids.begun}`)).toBe(
      "a_sister_stays_a_sister",
    );
});

test("readers know one sister of a text, also where its triggers sleep", async () => {
  const [first] = await owner(`select last_live_revision_id from documents where id = ${ids.english}`);
  const second = `update documents set sister_of_id = ${ids.article}, visibility = 'withdrawn', withdrawn_reason = 'error',
    last_live_revision_id = ${first?.last_live_revision_id} where id = ${ids.begun}`;
  expect(await asleep(owner, "documents", second)).toBe("one_sister_that_readers_know");
});
