import { beforeAll, describe, expect, test } from "vitest";
import { article } from "#features/kinds/article.ts";
import { carryOut } from "#features/moves/commands.ts";
import { aText, drafted, type Person, published, seen, submitted } from "#features/moves/testing.ts";
import { oneOffice } from "#features/moves/testing-office.ts";
import { liveArticle } from "#features/reading/queries.ts";
import { canonicalText, digestOf } from "#features/text/canonical.ts";
import { emptyContent } from "#features/text/content.ts";
import { HOUR_MS } from "#lib/dates.ts";
import { movedBy, verdict, withoutKey } from "./testing.ts";
import { expectRefused } from "./testing-forger.ts";

const { db, office } = oneOffice();
const { sql, owner } = withoutKey(db);

const FORGED = "what_decides_is_sealed";

type Statement = Parameters<typeof verdict>[1];

/** What nobody has signed. Its section stands in it once there is one. */
const FAKE = { ...emptyContent(article), headline: "Giả" };
beforeAll(() => void Object.assign(FAKE, aText(office.party, { headline: "Giả", slug: "gia" })));
const hashOf = (salt: string) => `encode(sha256(${salt} || convert_to($2, 'UTF8')), 'hex')`;

describe("whoever has the app's role and not its key", () => {
  test("confirms, approves, countersigns and restores nothing", async () => {
    const { approver, approver2 } = office;
    const [review, owed, hidden] = [await submitted(office), await submitted(office), await published(office)];
    await carryOut(approver, "emergency_publish", owed, { ...(await seen(approver, owed)), reason: "Bão" });
    await carryOut(approver, "hide", hidden, { reason: "Chờ kiểm tra" });
    const signs = (article: number, kind: string, seal = "null") =>
      `insert into approvals (document_id, revision_id, content_hash, person_id, kind, seal)
       select document_id, id, content_hash, ${approver2.personId}, '${kind}', ${seal} from revisions where document_id = ${article}`;
    await expectRefused(sql, FORGED, [
      ...[signs(review, "confirm"), signs(review, "approve"), signs(review, "emergency")],
      ...[signs(owed, "countersign"), signs(hidden, "restore")],
      signs(review, "approve", "(select seal from approvals limit 1)"),
    ]);
  });

  test("gives again no confirmation that was taken back", async () => {
    const { approver, editor, reporter } = office;
    const id = await submitted(office);
    await carryOut(editor, "confirm", id, await seen(editor, id));
    await carryOut(editor, "return", id, { reason: "quality", words: "Kiểm lại số liệu." });
    await carryOut(reporter, "submit", id, {});
    const columns = "document_id, revision_id, content_hash, person_id, for_person_id, step, kind, seal";
    const again = (person: string) =>
      `insert into approvals (${columns}) select ${columns.replace("person_id", person)} from approvals
       where document_id = ${id} and kind = 'confirm'`;
    expect(await verdict(sql, again("person_id"))).toBe("a_seal_is_used_once");
    expect(await verdict(sql, again(`${approver.personId}`))).toBe(FORGED);
  });

  test("writes no line of history, so that nothing moves", async () => {
    const id = await submitted(office);
    const back = `update editions set state = 'draft' where document_id = ${id}`;
    expect(await movedBy(sql, office.reporter.personId, { article: id }, "draft", back)).toBe(FORGED);
    expect(await verdict(sql, back)).toBe("every_move_is_in_the_history");
  });

  test("has nothing go live by the clock: sets no hour for what was approved, and changes none", async () => {
    const { approver } = office;
    const [approved, scheduled] = [await submitted(office), await submitted(office)];
    const at = new Date(Date.now() + HOUR_MS);
    await carryOut(approver, "approve", approved, await seen(approver, approved));
    await carryOut(approver, ["approve", "schedule"], scheduled, { ...(await seen(approver, scheduled)), at });
    await expectRefused(sql, FORGED, [
      `insert into schedules (document_id, edition_id, move, due_at, revision_id, set_by, next_try_at)
       select document_id, id, 'go_live', now(), approved_revision_id, ${approver.personId}, now()
       from editions where document_id = ${approved}`,
    ]);
    const sooner = `update schedules set due_at = now(), next_try_at = now() where document_id = ${scheduled}`;
    expect(await verdict(sql, sooner)).toBe("a_schedule_keeps_its_hour");
  });

  test("takes nothing from readers, gives nothing back, and changes no date and no number that they see", async () => {
    const { approver, reporter } = office;
    const [live, hidden, draft] = [await published(office), await published(office), await drafted(office)];
    await carryOut(approver, "hide", hidden, { reason: "Chờ kiểm tra" });
    await carryOut(reporter, "revise", live, {});
    const change = (id: number, what: string) => `update documents set ${what} where id = ${id}`;
    await expectRefused(sql, FORGED, [
      change(
        live,
        "visibility = 'hidden', live_revision_id = null, hidden_at = clock_timestamp(), hidden_reason = 'x'",
      ),
      change(
        live,
        "visibility = 'withdrawn', live_revision_id = null, withdrawn_at = now(), withdrawn_reason = 'error'",
      ),
      change(
        live,
        `visibility = 'withdrawn', live_revision_id = null, withdrawn_at = now(), withdrawn_reason = 'merged', merged_into_id = ${hidden}`,
      ),
      change(live, "live_since = now()"),
      change(live, "imported_views = 1000000"),
      change(live, "migrated = true"),
      change(live, `owed_since = now(), owed_by = ${approver.personId}`),
      change(draft, "shown_at = '2001-01-01'"),
      change(draft, "first_live_at = now()"),
    ]);
    // Whose sister it is and in what language is asked first, of everybody.
    expect(await verdict(sql, change(live, "language = 'en'"))).toBe("a_sister_stays_a_sister");
    const back = change(
      hidden,
      "visibility = 'live', live_revision_id = last_live_revision_id, hidden_at = null, hidden_reason = null",
    );
    expect(await verdict(sql, back)).toBe("a_restore_is_signed");
  });

  test("makes no text of theirs live, with confirmations in other people's names: every step is refused, and readers get nothing", async () => {
    const { reporter, editor, approver, siteId } = office;
    const id = await submitted(office);
    const writes: Statement = [
      `update draft_buffers set content = $2, digest = $3, unkept_by = '{${editor.personId}}' where document_id = $1`,
      [id, FAKE, digestOf(article, FAKE)],
    ];
    const cuts = (hash = hashOf("next_salt")): Statement => [
      `insert into revisions (document_id, edition_id, number, content, content_version, salt, content_hash, digest, canonical,
         section_id, writers, cut_because)
       select document_id, edition_id, 2, content, content_version, next_salt, ${hash}, digest, $2,
         (content->>'sectionId')::integer, unkept_by, 'move' from draft_buffers where document_id = $1`,
      [id, canonicalText(article, FAKE)],
    ];
    const signs = (who: Person, kind: string) =>
      `insert into approvals (document_id, revision_id, content_hash, person_id, kind)
       select document_id, id, content_hash, ${who.personId}, '${kind}' from revisions where document_id = ${id} and number = 2`;
    const moves = `update editions set state = 'approved', approved_revision_id = r.id from revisions r
      where editions.document_id = ${id} and r.document_id = ${id} and r.number = 2`;
    const publishes = `update documents set visibility = 'live', live_revision_id = r.id, last_live_revision_id = r.id, slug = 'gia',
      section_id = r.section_id, shown_at = now(), title = 'Giả' from revisions r
      where r.document_id = ${id} and documents.id = ${id} and r.number = 2`;

    expect(await verdict(sql, writes, cuts(`'${"f".repeat(64)}'`))).toBe("a_hash_is_of_the_signed_text");
    expect(await verdict(sql, writes, cuts())).toBe("allowed");
    expect(await verdict(sql, writes, cuts(), signs(reporter, "confirm"))).toBe(FORGED);
    expect(await verdict(sql, writes, cuts(), signs(approver, "approve"))).toBe(FORGED);
    expect(await movedBy(sql, approver.personId, { article: id }, "approved", writes, cuts(), moves)).toBe(
      "nobody_approves_alone",
    );
    expect(await verdict(sql, writes, cuts(), publishes)).toBe("only_signed_text_goes_live");
    expect(await liveArticle(siteId, id)).toBe(null);
  });

  test("lays no other text under what an approver signs", async () => {
    const { approver, siteId } = office;
    const id = await submitted(office);
    // What the screen shows is the content; what readers would get, and what the hash is of, is another text.
    await sql(
      `update draft_buffers set content = content || '{"kicker": "Tin"}', digest = $2, unkept_by = $3 where document_id = $1`,
      [id, digestOf(article, FAKE), [office.editor.personId]],
    );
    await sql(
      `insert into revisions (document_id, edition_id, number, content, content_version, salt, content_hash, digest, canonical,
         section_id, writers, cut_because)
       select document_id, edition_id, 2, content, content_version, next_salt, ${hashOf("next_salt")}, digest, $2,
         ${office.party}, unkept_by, 'move' from draft_buffers where document_id = $1`,
      [id, canonicalText(article, FAKE)],
    );
    for (const press of ["confirm", "approve", "emergency_publish"] as const) {
      const pressed = carryOut(approver, press, id, { ...(await seen(approver, id)), reason: "Bão" });
      await expect(pressed).rejects.toMatchObject({ code: "out_of_date" });
    }
    expect(await sql("select from approvals where document_id = $1", [id])).toEqual([]);
    expect(await liveArticle(siteId, id)).toBe(null);
  });

  test("takes no article out of a list in which its live text stands, and puts none into another", async () => {
    const { elsewhere, party, siteId } = office;
    const tag = await owner.one<number>(
      `insert into tags (site_id, name, slug) values (${siteId}, 'Đua thuyền', 'dua-thuyen') returning id`,
    );
    const id = await published(office, { secondSectionIds: [elsewhere], tagIds: [tag] });
    const listed = ["document_tags", "document_sections"];
    const out = listed.map((table) => `delete from ${table} where document_id = ${id}`);
    const into = `insert into document_sections values (${id}, ${party})`;
    const changed = ["title = 'Giả'", "card = card - 'standfirst'", `card = card || '{"kicker": "Giả"}'`].map(
      (what) => `update documents set ${what} where id = ${id}`,
    );
    await expectRefused(sql, "lists_show_the_live_text", [...out, into, ...changed]);
  });
});
