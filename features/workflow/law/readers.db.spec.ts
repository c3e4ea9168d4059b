import { describe, expect, test } from "vitest";
import { carryOut } from "#features/moves/commands.ts";
import { type Person, published, seen, typeIn } from "#features/moves/testing.ts";
import { type LawCase, oneHouse } from "./house.ts";
import { inOrder, takenBack } from "./testing.ts";

const { house, sql, owner, bend } = oneHouse();

const change = ({ article }: LawCase, what: string) => `update documents set ${what} where id = ${article}`;
const restores = ({ article, revision, hash }: LawCase, who: Person) =>
  `insert into approvals (document_id, revision_id, content_hash, person_id, kind)
   values (${article}, ${revision}, '${hash}', ${who.personId}, 'restore')`;
const back = (text: LawCase, revision = text.revision) =>
  change(
    text,
    `visibility = 'live', live_revision_id = ${revision}, last_live_revision_id = ${revision}, hidden_at = null,
     hidden_reason = null, withdrawn_at = null, withdrawn_reason = null`,
  );
/** Only the trigger of the row, not what has to stand beside it at the end of the transaction. */
const atOnce = (...statements: string[]) => takenBack(sql, () => inOrder(sql, statements));

describe("what readers get", () => {
  test("is a text of the article itself", async () => {
    const { live, owed } = house;
    const foreign = `live_revision_id = ${owed.revision}, last_live_revision_id = ${owed.revision}`;
    expect(await atOnce(change(live, foreign))).toBe("only_signed_text_goes_live");
    const own = `live_revision_id = ${live.revision}, last_live_revision_id = ${owed.revision}`;
    expect(await atOnce(change(live, own))).toBe("the_live_text_is_remembered");
  });
  test("is no text that was not approved: not of a draft, not in review, not merely approved", async () => {
    for (const text of [house.review, house.approved, house.discarded]) {
      expect(await atOnce(back(text))).toBe("only_signed_text_goes_live");
    }
    expect(await atOnce(back(house.hidden, house.discarded.revision))).toBe("only_signed_text_goes_live");
  });
  test("is the last text that was published, not an older one", async () => {
    const { reporter, approver } = house.office;
    const id = await published(house.office);
    const first = await sql.one<number>("select live_revision_id from documents where id = $1", [id]);
    await carryOut(reporter, "revise", id, {});
    await typeIn(reporter, id, { headline: "Khai mạc hội thao lần hai" });
    await carryOut(reporter, "submit", id, {});
    await carryOut(approver, ["approve", "publish"], id, await seen(approver, id));
    const pointed = `update documents set live_revision_id = ${first}, last_live_revision_id = ${first} where id = ${id}`;
    expect(await atOnce(pointed)).toBe("only_signed_text_goes_live");
  });
  test("begins as never live", async () => {
    const { siteId, reporter } = house.office;
    const inserted = (column: string, value: string) =>
      `insert into documents (site_id, kind, created_by, ${column}) values (${siteId}, 'article', ${reporter.personId}, ${value})`;
    for (const [column, value] of [
      ["title", "'Đã đăng'"],
      ["card", '\'{"kicker": "Tin"}\''],
      ["slug", "'da-dang'"],
      ["shown_at", "now()"],
      ["section_id", `${house.office.party}`],
    ] as const) {
      expect(await atOnce(inserted(column, value))).toBe("only_signed_text_goes_live");
    }
  });
  test("goes up and down as the table says", async () => {
    const rule = "documents_move_as_the_table_says";
    const gone = "live_revision_id = null";
    const why = "withdrawn_at = date_trunc('milliseconds', now()), withdrawn_reason = 'error'";
    expect(await atOnce(change(house.review, `visibility = 'withdrawn', ${why}`))).toBe(rule);
    expect(await atOnce(change(house.review, "visibility = 'hidden', hidden_reason = 'x', hidden_at = now()"))).toBe(
      rule,
    );
    expect(
      await atOnce(change(house.withdrawn, "visibility = 'hidden', hidden_reason = 'x', withdrawn_reason = null")),
    ).toBe(rule);
    expect(await atOnce(change(house.live, `visibility = 'never_live', ${gone}`))).toBe(rule);
    expect(await atOnce(change(house.live, `visibility = 'withdrawn', ${gone}, ${why}`))).toBe("allowed");
    expect(
      await atOnce(change(house.hidden, `visibility = 'withdrawn', hidden_at = null, hidden_reason = null, ${why}`)),
    ).toBe("allowed");
  });
  test("is remembered as it was: no other text is put in its place while it is down", async () => {
    const rule = "the_live_text_is_remembered";
    const other = await sql.one<number>("select max(id) from revisions where document_id = $1", [house.hidden.article]);
    expect(await atOnce(change(house.hidden, `last_live_revision_id = ${other} - 1`))).toBe(rule);
    expect(await atOnce(change(house.hidden, "last_live_revision_id = null"))).toBe(rule);
    expect(await atOnce(change(house.live, "live_revision_id = null"))).toBe("live_means_a_live_text");
  });
  test("comes back over an approver's signature, given since it went", async () => {
    expect(await atOnce(back(house.hidden))).toBe("a_restore_is_signed");
    expect(await atOnce(restores(house.hidden, house.office.approver), back(house.hidden))).toBe("allowed");
  });
  test("comes back over two when an authority had ordered it down, and the order is not rewritten", async () => {
    const { approver, approver2 } = house.office;
    const { withdrawn } = house;
    const alone = "nobody_overrides_an_authority_alone";
    expect(await atOnce(restores(withdrawn, approver), back(withdrawn))).toBe(alone);
    expect(await atOnce(restores(withdrawn, approver), restores(withdrawn, approver), back(withdrawn))).toBe(alone);
    expect(await atOnce(restores(withdrawn, approver), restores(withdrawn, approver2), back(withdrawn))).toBe(
      "allowed",
    );
    for (const what of [
      "withdrawn_reason = 'error'",
      "withdrawn_at = '2020-01-01'",
      "merged_into_id = 1",
      "hidden_reason = 'x'",
    ]) {
      expect(await atOnce(change(withdrawn, what))).toBe("why_a_document_is_gone_stays");
    }
  });
  test("is not withdrawn in the past", async () => {
    const gone = (at: string) =>
      change(
        house.live,
        `visibility = 'withdrawn', live_revision_id = null, withdrawn_reason = 'authority', withdrawn_at = ${at}`,
      );
    expect(await atOnce(gone("now() - interval '1 day'"))).toBe("why_a_document_is_gone_stays");
    expect(await atOnce(gone("null"))).toBe("why_a_document_is_gone_stays");
  });
});

describe("an article", () => {
  test("stays on its site, under its address and date", async () => {
    const elsewhere = await owner.one<number>(
      "insert into sites (key, name) values ('noi-khac', 'Nơi khác') returning id",
    );
    expect(await atOnce(change(house.live, `site_id = ${elsewhere}, section_id = null`))).toBe(
      "a_document_stays_what_it_is",
    );
    expect(await atOnce(change(house.draft, `site_id = ${elsewhere}`))).toBe("a_document_stays_what_it_is");
    for (const what of ["slug = 'khac'", "shown_at = now()", "first_live_at = null"]) {
      expect(await atOnce(change(house.live, what))).toBe("an_address_and_a_date_stay");
    }
  });
  test("shows in lists what its live text says, in the sections and tags it says", async () => {
    for (const what of [
      "title = 'Giả'",
      `card = card || '{"kicker": "Giả"}'`,
      "card = card - 'standfirst'",
      `card = card || '{"origin": "own"}'`,
      `section_id = ${house.office.news}`,
    ]) {
      expect(await atOnce(change(house.live, what))).toBe("lists_show_the_live_text");
      expect(await atOnce(change(house.withdrawn, what))).toBe("lists_show_the_live_text");
    }
    expect(await atOnce(change(house.draft, "title = 'Giả'"))).toBe("lists_show_the_live_text");
    const second = `insert into document_sections values (${house.live.article}, ${house.office.elsewhere})`;
    const tag = `with made as (insert into tags (site_id, name, slug) values (${house.office.siteId}, 'Sen', 'sen') returning id)
      insert into document_tags select ${house.live.article}, id from made`;
    expect(await atOnce(second)).toBe("lists_show_the_live_text");
    expect(await atOnce(tag)).toBe("lists_show_the_live_text");
  });
  test("stays an article", async () => {
    expect(await atOnce(change(house.draft, "kind = 'page'"))).toBe("a_document_stays_what_it_is");
  });
  test("counts and language may change: they are no words of it", async () => {
    expect(await atOnce(change(house.live, "imported_views = 7"))).toBe("allowed");
  });
  test("is merged into another article of its site only", async () => {
    const gone = (into: number) =>
      change(
        house.live,
        `visibility = 'withdrawn', live_revision_id = null, withdrawn_reason = 'merged',
        withdrawn_at = date_trunc('milliseconds', now()), merged_into_id = ${into}`,
      );
    expect(await atOnce(gone(house.live.article))).toBe("a_merged_document_points_within_its_site");
    const foreign = `insert into sites (key, name) values ('xa', 'Xa');
      insert into documents (site_id, kind, created_by) select max(id), 'article', ${house.office.reporter.personId} from sites`;
    expect(await atOnce(foreign, gone(0).replace("= 0", "= (select max(id) from documents)"))).toBe(
      "a_merged_document_points_within_its_site",
    );
    expect(await atOnce(gone(house.owed.article))).toBe("allowed");
  });
  test("that owes a second pair of eyes owes until another approver has countersigned", async () => {
    const rule = "a_debt_is_paid_by_a_countersign";
    const { owed, office } = house;
    expect(await atOnce(change(owed, "owed_since = null, owed_by = null"))).toBe(rule);
    expect(await atOnce(change(owed, `owed_by = ${office.approver2.personId}`))).toBe(rule);
    const hidden = change(
      owed,
      "visibility = 'hidden', live_revision_id = null, hidden_reason = 'x', hidden_at = date_trunc('milliseconds', now())",
    );
    expect(await atOnce(hidden, change(owed, "owed_since = null, owed_by = null"))).toBe(rule);
    const countersigned = `insert into approvals (document_id, revision_id, content_hash, person_id, kind)
      values (${owed.article}, ${owed.revision}, '${owed.hash}', ${office.approver2.personId}, 'countersign')`;
    const marked = `update editions set countersigned_at = now(), countersigned_by = ${office.approver2.personId} where id = ${owed.edition}`;
    expect(await atOnce(countersigned, marked, change(owed, "owed_since = null, owed_by = null"))).toBe("allowed");
    expect(await atOnce(countersigned, change(owed, "owed_since = null, owed_by = null"))).toBe(rule);
  });
});

test("an address outside the site takes two people", async () => {
  const { siteId, reporter, approver } = house.office;
  const leads = (by: number, agreed: string) => `insert into redirects (site_id, from_path, to_url, made_by, agreed_by)
    values (${siteId}, '/cu', 'https://example.org/', ${by}, ${agreed})`;
  expect(await atOnce(leads(reporter.personId, "null"))).toBe("a_redirect_out_of_the_site_has_two_people");
  expect(await atOnce(leads(reporter.personId, `${reporter.personId}`))).toBe(
    "a_redirect_out_of_the_site_has_two_people",
  );
  expect(await atOnce(leads(reporter.personId, `${approver.personId}`))).toBe("allowed");
});

test("an address at the site's root leads to one thing", async () => {
  const { siteId, reporter } = house.office;
  const page = `insert into documents (site_id, kind, created_by) values (${siteId}, 'page', ${reporter.personId})`;
  const at = (slug: string) => `update documents set slug = '${slug}' where id = (select max(id) from documents)`;
  const known = await sql.one<string>("select slug from sections where id = $1", [house.office.news]);
  for (const slug of [known, "desk", ""]) {
    expect(await atOnce(page, at(slug))).toBe("an_address_is_of_one_thing");
  }
  // A free one is refused for want of a text that says it.
  expect(await atOnce(page, at("gioi-thieu"))).toBe("lists_show_the_live_text");
  await bend(
    `insert into documents (site_id, kind, created_by, slug) values (${siteId}, 'page', ${reporter.personId}, 'gioi-thieu')`,
  );
  const section = (slug: string) => `insert into sections (site_id, name, slug) values (${siteId}, 'Mục', '${slug}')`;
  expect(await atOnce(section("gioi-thieu"))).toBe("an_address_is_of_one_thing");
  expect(await atOnce(section("gioi-thieu-2"))).toBe("allowed");
});
