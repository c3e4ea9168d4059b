import { beforeAll, describe, expect, test } from "vitest";
import { drafted, published } from "#features/moves/testing.ts";
import { anotherOffice, oneOffice } from "#features/moves/testing-office.ts";
import { asleep, inPlainSql, NO_HASH, verdict } from "#features/workflow/law/testing.ts";
import { hashOfCode } from "./code.ts";
import { aQuestion } from "./testing.ts";

const { db, office, rows } = oneOffice();
const { sql, owner } = inPlainSql(db);
const elsewhere = anotherOffice();
const ids = { question: 0, draft: 0, live: 0, other: 0, page: 0 };
let code = "";

beforeAll(async () => {
  ({ id: ids.question, code } = await aQuestion(rows, office.siteId));
  ids.draft = await drafted(office);
  ids.other = await drafted(office);
  ids.live = await published(office);
});

type Asked = { subject?: string; words?: string; at?: string; hash?: string; name?: string };
const asked = ({ subject = "a", words = "b", at = "now()", hash = NO_HASH, name = "'c'" }: Asked = {}) =>
  `insert into questions (site_id, code_hash, subject, words, name, contact, place, sent_at)
   values (${office.siteId}, '${hash}', '${subject}', '${words}', ${name}, '', '', ${at})`;

type Done = { deed: string; by?: number; to?: number; document?: number; reason?: string; at?: string; site?: number };
const done = ({ deed, by = office.editor.personId, to, document, reason, at = "now()", site = office.siteId }: Done) =>
  `insert into question_deeds (site_id, question_id, deed, person_id, document_id, reason, by_id, at)
   values (${site}, ${ids.question}, '${deed}', ${to ?? "null"}, ${document ?? "null"},
     ${reason === undefined ? "null" : `'${reason}'`}, ${by}, ${at})`;
const closed = { deed: "closed", reason: "elsewhere" };

describe("a question", () => {
  test("comes in now, once for a code, whole and no longer than it may be", async () => {
    expect(await verdict(sql, asked())).toBe("allowed");
    for (const at of ["now() - interval '1 day'", "now() + interval '1 minute'"])
      expect(await verdict(sql, asked({ at }))).toBe("a_question_is_asked_now");
    expect(await verdict(sql, asked({ hash: hashOfCode(code) }))).toBe("one_question_for_a_code");
    expect(await verdict(sql, asked({ hash: "K7QF-02XM-9TWD" }))).toBe("a_code_is_kept_as_its_hash");
    expect(await verdict(sql, asked({ name: "null" }))).toBe("a_question_is_whole_or_erased");
    for (const change of [{ subject: "" }, { words: "x".repeat(4_001) }])
      expect(await verdict(sql, asked(change))).toBe("a_question_has_bounds");
  });

  test("is changed, deleted and erased before its time by nobody who has the app's role", async () => {
    for (const statement of [
      "update questions set name = 'Ai đó'",
      "update questions set erased_at = now(), subject = null, words = null, name = null, contact = null, place = null",
      "delete from questions",
      "truncate questions cascade",
    ])
      expect([statement, await verdict(sql, statement)]).toEqual([statement, "42501"]);
    expect(await sql.one("select forget_old_questions()")).toBe("0");
  });
});

describe("what is done with one", () => {
  test("is decided by editors and approvers of the site, and by nobody else", async () => {
    for (const { personId } of [office.editor, office.approver, office.stranger])
      expect(await verdict(sql, done({ ...closed, by: personId }))).toBe("allowed");
    for (const { personId } of [office.reporter, office.admin, elsewhere.editor])
      for (const deed of [closed, { deed: "given", to: office.editor.personId }])
        expect(await verdict(sql, done({ ...deed, by: personId }))).toBe("editors_decide_on_questions");
  });

  test("is answered, and is seen who asked, by the reporter to whom it was given last", async () => {
    const { reporter, editor, admin } = office;
    const given = (to: number) => done({ deed: "given", to });
    for (const deed of [{ deed: "answering", document: ids.draft }, { deed: "contact_seen" }]) {
      const theirs = done({ ...deed, by: reporter.personId });
      const rule = "questions_are_answered_by_whom_they_are_given";
      expect(await verdict(sql, theirs)).toBe(rule);
      expect(await verdict(sql, given(reporter.personId), theirs)).toBe("allowed");
      expect(await verdict(sql, given(reporter.personId), given(editor.personId), theirs)).toBe(rule);
      expect(await verdict(sql, done({ ...deed, by: admin.personId }))).toBe(rule);
    }
    for (const { personId } of [admin, elsewhere.reporter])
      expect(await verdict(sql, given(personId))).toBe("questions_are_given_to_who_writes");
  });

  test("is done now, and follows what was", async () => {
    for (const at of ["now() - interval '1 day'", "now() + interval '1 minute'"])
      expect(await verdict(sql, done({ ...closed, at }))).toBe("a_deed_is_done_now");
    const inTurn = (...deeds: Done[]) => verdict(sql, ...deeds.map(done));
    const [reopened, given] = [{ deed: "reopened" }, { deed: "given", to: office.editor.personId }];
    expect(await inTurn(given, closed, { deed: "contact_seen" }, reopened, given, closed)).toBe("allowed");
    for (const wrong of [
      [reopened],
      [closed, closed],
      [closed, given],
      [closed, { deed: "answering", document: ids.draft }],
      [closed, reopened, reopened],
    ])
      expect([wrong, await inTurn(...wrong)]).toEqual([wrong, "a_deed_follows_what_was"]);
  });

  test("is answered by articles: one at a time, each begun for one question, named where they are live", async () => {
    const answering = (document: number) => done({ deed: "answering", document });
    expect(await verdict(sql, answering(ids.draft), answering(ids.other))).toBe("a_question_has_one_answer");
    expect(await verdict(sql, answering(ids.live), answering(ids.draft))).toBe("a_question_has_one_answer");
    const [site] = await rows("select id from documents where site_id = $1 and kind <> 'article' limit 1", [
      office.siteId,
    ]);
    const named = (document: number) => done({ deed: "closed", reason: "answered_already", document });
    expect(await verdict(sql, named(ids.live))).toBe("allowed");
    expect(await verdict(sql, named(ids.draft))).toBe("questions_are_answered_by_articles");
    if (site) expect(await verdict(sql, answering(Number(site.id)))).toBe("questions_are_answered_by_articles");
    // Neither is closed what has an answer, or is being answered.
    for (const document of [ids.live, ids.draft])
      expect(await verdict(sql, answering(document), done(closed))).toBe("what_is_answered_is_not_closed");
    expect(await asleep(owner, "question_deeds", answering(ids.draft), answering(ids.draft))).toBe(
      "an_answer_is_begun_for_one_question",
    );
  });

  test("rests once the words are erased", async () => {
    const erased =
      "update questions set erased_at = now(), subject = null, words = null, name = null, contact = null, place = null";
    expect(await verdict(owner, erased, done(closed))).toBe("an_erased_question_rests");
  });

  test("has its shape and its keys also where its triggers sleep", async () => {
    const shape = (deed: Done) => asleep(owner, "question_deeds", done(deed));
    expect(await shape({ deed: "liked" })).toBe("a_deed_is_one_of_five");
    for (const wrong of [
      { deed: "given" },
      { deed: "closed" },
      { deed: "answering" },
      { deed: "reopened", document: ids.live },
      { deed: "closed", reason: "answered_already" },
      { deed: "contact_seen", reason: "elsewhere" },
    ])
      expect([wrong, await shape(wrong)]).toEqual([wrong, "a_deed_says_what_it_needs"]);
    expect(await shape({ deed: "closed", reason: "lazy" })).toBe("a_question_is_closed_for_a_reason");
    expect(await shape({ ...closed, site: elsewhere.siteId })).toBe("a_deed_is_for_a_question_of_its_site");
    expect(await shape({ deed: "answering", document: 999_999 })).toBe("an_answer_is_a_document_of_its_site");
  });

  test("is never rewritten", async () => {
    const written = done(closed);
    for (const statement of ["update question_deeds set reason = 'too_little'", "delete from question_deeds"])
      expect(await verdict(sql, written, statement)).toBe("deeds_are_final");
    expect(await verdict(sql, "truncate question_deeds")).toBe("deeds_are_final");
  });
});
