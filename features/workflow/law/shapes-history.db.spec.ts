import { describe, expect, test } from "vitest";
import { oneHouse } from "./house.ts";
import { asleep, sha256, verdict } from "./testing.ts";

const { house, sql, owner } = oneHouse();

describe("a revision", () => {
  const cut = (hash: string, redaction = "null") => `insert into revisions (document_id, edition_id, number, content,
      content_version, salt, content_hash, digest, canonical, section_id, writers, cut_because, redaction_id)
    select document_id, edition_id, 1, content, 1, next_salt, '${hash}', digest, '{}', (content->>'sectionId')::integer,
      unkept_by, 'move', ${redaction} from draft_buffers where edition_id = ${house.draft.edition}`;
  const change = (what: string) => `update revisions set ${what} where id = ${house.review.revision}`;
  test("has a SHA-256 for its hash, in small letters", async () => {
    for (const hash of ["", "abc", sha256("x").toUpperCase(), `${sha256("x")}0`]) {
      expect(await asleep(owner, "revisions", cut(hash))).toBe("a_content_hash_is_sha256");
    }
    expect(await asleep(owner, "revisions", cut(sha256("x")))).toBe("allowed");
  });
  test("is there as a whole, or was erased", async () => {
    const rule = "a_text_is_there_or_was_erased";
    expect(await asleep(owner, "revisions", cut(sha256("x"), "1"))).toBe(rule);
    for (const gone of ["content", "salt", "digest", "canonical"]) {
      expect(await asleep(owner, "revisions", change(`${gone} = null`))).toBe(rule);
    }
    const erased = `with r as (insert into redactions (document_id, order_number, asked_by, agreed_by)
        values (${house.review.article}, '1', ${house.office.approver.personId}, ${house.office.admin.personId}) returning id)
      update revisions set content = null, salt = null, digest = null, canonical = null, redaction_id = r.id
      from r where revisions.id = ${house.review.revision}`;
    expect(await asleep(owner, "revisions", erased)).toBe("allowed");
    expect(await asleep(owner, "revisions", erased.replace("canonical = null, ", ""))).toBe(rule);
  });
  test("has a number of its own", async () => {
    const again = `insert into revisions (document_id, edition_id, number, content, content_version, salt, content_hash, digest, canonical, writers, cut_because)
      select document_id, edition_id, number, content, content_version, salt, content_hash, digest, canonical, writers, cut_because
      from revisions where id = ${house.review.revision}`;
    expect(await asleep(owner, "revisions", again)).toBe("revisions_are_numbered");
  });
  test("names a writer", async () => {
    expect(await asleep(owner, "revisions", change("writers = '{}'"))).toBe("a_revision_has_writers");
  });
  test("belongs to an edition of its article", async () => {
    expect(await asleep(owner, "revisions", change(`edition_id = ${house.draft.edition}`))).toBe(
      "a_revision_belongs_to_an_edition",
    );
  });
  test("is erased by two people", async () => {
    const { approver, admin } = house.office;
    const erases = (agreed: number) => `insert into redactions (document_id, order_number, asked_by, agreed_by)
      values (${house.live.article}, '1', ${approver.personId}, ${agreed})`;
    expect(await verdict(owner, erases(approver.personId))).toBe("nobody_erases_alone");
    expect(await verdict(owner, erases(admin.personId))).toBe("allowed");
  });
});

test("an event has a number of its own in the history of its article", async () => {
  const again = (seq: string) => `insert into events (document_id, seq, kind, at, canonical, payload, prev_hash, hash)
    select document_id, ${seq}, kind, at, canonical, payload, prev_hash, hash
    from events where document_id = ${house.live.article} and seq = 1`;
  expect(await asleep(owner, "events", again("seq"))).toBe("events_are_numbered");
  expect(await asleep(owner, "events", again("seq + 100"))).toBe("allowed");
});

test("nobody confirms in their own name for themselves", async () => {
  const { approver, approver2 } = house.office;
  const { article, revision, hash } = house.review;
  const approves = (instead: number) =>
    `insert into approvals (document_id, revision_id, content_hash, person_id, for_person_id, kind)
     values (${article}, ${revision}, '${hash}', ${approver.personId}, ${instead}, 'approve')`;
  expect(await asleep(owner, "approvals", approves(approver.personId))).toBe("nobody_deputises_for_themselves");
  expect(await asleep(owner, "approvals", approves(approver2.personId))).toBe("allowed");
});

test("a batch is confirmed by somebody else than its maker, and a text is imported once", async () => {
  const { siteId, reporter, approver } = house.office;
  const batch = (by: number) => `insert into batches (site_id, made_by, confirmed_by, confirmed_at)
    values (${siteId}, ${reporter.personId}, ${by}, now())`;
  expect(await verdict(sql, batch(reporter.personId))).toBe("nobody_confirms_their_own_batch");
  expect(await verdict(sql, batch(approver.personId))).toBe("allowed");
  const imported = (text: string) => `insert into imports (site_id, text_hash, file_name, document_id, imported_by)
    values (${siteId}, '${text}', 'a.csv', ${house.live.article}, ${reporter.personId})`;
  expect(await verdict(sql, imported("a"), imported("a"))).toBe("one_import_for_a_text");
  expect(await verdict(sql, imported("a"), imported("b"))).toBe("allowed");
});
