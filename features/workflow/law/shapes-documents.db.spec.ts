import { expect, test } from "vitest";
import { published } from "#features/moves/testing.ts";
import { anotherOffice } from "#features/moves/testing-office.ts";
import { type LawCase, oneHouse } from "./house.ts";
import { asleep, verdict } from "./testing.ts";

const { house, sql, owner } = oneHouse();
const other = anotherOffice();

const change = ({ article }: LawCase, what: string) => `update documents set ${what} where id = ${article}`;
const begins = (column: string, value: string | number) =>
  `insert into documents (site_id, kind, created_by, ${column})
   values (${house.office.siteId}, 'article', ${house.office.reporter.personId}, ${value})`;
const at = "date_trunc('milliseconds', now())";
const hidden = `visibility = 'hidden', hidden_at = ${at}`;
const withdrawn = `visibility = 'withdrawn', withdrawn_at = ${at}`;
const down = "live_revision_id = null";

test("an article is in one of the four places that readers know", async () => {
  for (const visibility of ["lost", "LIVE", ""]) {
    expect(await asleep(owner, "documents", change(house.draft, `visibility = '${visibility}'`))).toBe(
      "a_visibility_is_one_of_four",
    );
  }
});

test("an article is live exactly while it has a live text", async () => {
  const rule = "live_means_a_live_text";
  expect(await verdict(sql, change(house.live, down))).toBe(rule);
  expect(await verdict(sql, change(house.live, `${hidden}, hidden_reason = 'x'`))).toBe(rule);
  expect(await verdict(sql, change(house.live, `${withdrawn}, withdrawn_reason = 'error'`))).toBe(rule);
});

test("an article that was live once has a last text, and no other one has", async () => {
  const rule = "once_live_leaves_a_last_text";
  expect(await verdict(sql, begins("last_live_revision_id", house.live.revision))).toBe(rule);
  expect(await asleep(owner, "documents", change(house.hidden, "last_live_revision_id = null"))).toBe(rule);
});

test("a live document has a date", async () => {
  expect(await asleep(owner, "documents", change(house.live, "shown_at = null"))).toBe("a_live_document_has_a_date");
  expect(await asleep(owner, "documents", change(house.hidden, "shown_at = null"))).toBe("allowed");
});

test("what is withdrawn says why, and nothing else does", async () => {
  const rule = "withdrawn_says_why";
  expect(await verdict(sql, change(house.live, `${withdrawn}, ${down}`))).toBe(rule);
  const both = `${hidden}, ${down}, hidden_reason = 'x', withdrawn_reason = 'error'`;
  expect(await verdict(sql, change(house.live, both))).toBe(rule);
  expect(await verdict(sql, begins("withdrawn_reason", "'error'"))).toBe(rule);
});

test("what is hidden says why, and nothing else does", async () => {
  const rule = "hidden_says_why";
  expect(await verdict(sql, change(house.live, `${hidden}, ${down}`))).toBe(rule);
  const both = `${withdrawn}, ${down}, withdrawn_reason = 'error', hidden_reason = 'x'`;
  expect(await verdict(sql, change(house.live, both))).toBe(rule);
  expect(await verdict(sql, begins("hidden_reason", "'x'"))).toBe(rule);
});

test("only an article that was withdrawn as merged points on to another", async () => {
  const rule = "only_a_merged_document_points_on";
  const on = `merged_into_id = ${house.owed.article}`;
  expect(await verdict(sql, change(house.live, `${withdrawn}, ${down}, withdrawn_reason = 'error', ${on}`))).toBe(rule);
  expect(await verdict(sql, change(house.live, `${hidden}, ${down}, hidden_reason = 'x', ${on}`))).toBe(rule);
  expect(await verdict(sql, begins("merged_into_id", house.owed.article))).toBe(rule);
});

test("a debt is somebody's", async () => {
  const { personId } = house.office.approver;
  expect(await verdict(sql, change(house.live, "owed_since = now()"))).toBe("owed_means_by_somebody");
  expect(await verdict(sql, change(house.live, `owed_by = ${personId}`))).toBe("owed_means_by_somebody");
  expect(await verdict(sql, change(house.live, `owed_since = now(), owed_by = ${personId}`))).toBe("allowed");
});

test("the live text and the last one are texts of the article itself", async () => {
  const foreign = `last_live_revision_id = ${house.owed.revision}`;
  expect(await asleep(owner, "documents", change(house.live, `live_revision_id = ${house.owed.revision}`))).toBe(
    "live_text_is_its_own",
  );
  expect(await asleep(owner, "documents", change(house.hidden, foreign))).toBe("last_live_text_is_its_own");
});

test("an article stands in a section of its own site", async () => {
  const stands = (section: number) => change(house.live, `section_id = ${section}`);
  expect(await asleep(owner, "documents", stands(other.party))).toBe("a_document_stands_in_a_section_of_its_site");
  expect(await asleep(owner, "documents", stands(house.office.elsewhere))).toBe("allowed");
});

test("a redirect begins at a path of its site and leads to one place", async () => {
  const { siteId, reporter, approver } = house.office;
  const abroad = await published(other);
  const leads = (from: string, article: number | null, url: string | null) =>
    `insert into redirects (site_id, from_path, to_document_id, to_url, made_by, agreed_by)
     values (${siteId}, '${from}', ${article}, ${url && `'${url}'`}, ${reporter.personId}, ${approver.personId})`;
  const here = leads("/cu", house.live.article, null);
  expect(await verdict(sql, here)).toBe("allowed");
  expect(await verdict(sql, here, leads("/cu", house.owed.article, null))).toBe("one_redirect_from_a_path");
  expect(await verdict(sql, leads("/cu", null, null))).toBe("a_redirect_leads_somewhere");
  expect(await verdict(sql, leads("/cu", house.live.article, "https://example.org/"))).toBe(
    "a_redirect_leads_somewhere",
  );
  expect(await verdict(sql, leads("cu", house.live.article, null))).toBe("a_redirect_begins_with_a_slash");
  expect(await verdict(sql, leads("/cu", abroad, null))).toBe("a_redirect_leads_to_a_document_of_its_site");
});

test("answers are counted up", async () => {
  const count = (yes: number, no: number) =>
    `insert into article_answers values (${house.live.article}, current_date, ${yes}, ${no})`;
  for (const [yes, no] of [
    [0, 0],
    [-1, 3],
    [3, -1],
  ] as const)
    expect(await verdict(sql, count(yes, no))).toBe("answers_are_counted_up");
  expect(await verdict(sql, count(1, 0))).toBe("allowed");
});

test("views are counted up", async () => {
  const count = (many: number) => `insert into article_views values (${house.live.article}, now(), ${many})`;
  expect(await verdict(sql, count(0))).toBe("views_are_counted_up");
  expect(await verdict(sql, count(-3))).toBe("views_are_counted_up");
  expect(await verdict(sql, count(1))).toBe("allowed");
});

test("a site says what it is in one document, and no two pages share an address", async () => {
  const { siteId, reporter } = house.office;
  const made = (kind: string, slug: string) =>
    `insert into documents (site_id, kind, created_by, slug) values (${siteId}, '${kind}', ${reporter.personId}, ${slug})`;
  const twice = (one: string) => asleep(owner, "documents", `${one}; ${one}`);
  expect(await twice(made("site", "null"))).toBe("one_site_document");
  expect(await twice(made("page", "'lien-he'"))).toBe("one_page_for_an_address");
  expect(await twice(made("page", "null"))).toBe("allowed");
});
