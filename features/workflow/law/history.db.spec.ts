import { describe, expect, test } from "vitest";
import { nextEvent } from "../history.ts";
import { oneHouse } from "./house.ts";
import { tell, verdict } from "./testing.ts";

const { house, sql, owner } = oneHouse();

const FINAL = [
  ["revisions", "revisions_are_final", "content_hash = content_hash"],
  ["approvals", "approvals_are_final", "person_id = person_id"],
  ["events", "events_are_final", "payload = payload"],
  ["office_events", "office_events_are_final", "kind = kind"],
] as const;

/** With these goes what points at them, which the app has no right to truncate either. */
const POINTED_AT: readonly string[] = ["revisions", "office_events"];

describe("what was written down stays", () => {
  for (const [table, rule, change] of FINAL) {
    test(`${table} are never changed, deleted or truncated, by the app or by the owner`, async () => {
      await sql("insert into office_events (kind, canonical) values ('tried', '{}')");
      for (const who of [sql, owner]) {
        expect(await verdict(who, `update ${table} set ${change}`)).toBe(rule);
        expect(await verdict(who, `delete from ${table}`)).toBe(rule);
        const truncated = await verdict(who, `truncate ${table} cascade`);
        expect(who === sql && POINTED_AT.includes(table) ? ["42501"] : [rule]).toContain(truncated);
      }
    });
  }
  test("not by the way of an insert that meets an old row either", async () => {
    const columns = `id, document_id, edition_id, number, content, content_version, salt, content_hash, digest, canonical,
      section_id, writers, cut_because, cut_at`;
    const meeting = `insert into revisions (${columns}) overriding system value
      select ${columns} from revisions where id = ${house.live.revision}
      on conflict (id) do update set writers = '{${house.office.editor.personId}}'`;
    expect(await verdict(sql, meeting)).toBe("a_revision_is_cut_from_its_buffer");
  });
  for (const [table, rule] of [
    ["editions", "editions_are_never_deleted"],
    ["draft_buffers", "buffers_are_never_deleted"],
    ["documents", "documents_are_never_deleted"],
  ] as const) {
    test(`${table} are never deleted or truncated`, async () => {
      expect(await verdict(sql, `delete from ${table}`)).toBe(rule);
      expect(["42501", rule]).toContain(await verdict(sql, `truncate ${table} cascade`));
      expect(await verdict(owner, `truncate ${table} cascade`)).toMatch(/never|final/);
    });
  }
});

describe("the chain of events", () => {
  const insert = `insert into events (document_id, seq, kind, actor_id, at, canonical, payload, prev_hash, hash)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`;
  /** Tries to add the next line as `forge` has changed it, within one transaction. */
  async function forged(
    forge: (line: ReturnType<typeof nextEvent>) => Partial<ReturnType<typeof nextEvent>>,
    late = 0,
  ) {
    const [last] = await sql("select seq, hash from events where document_id = $1 order by seq desc limit 1", [
      house.live.article,
    ]);
    await sql("begin");
    try {
      const now = new Date(await sql.one<string>("select to_json(now()) #>> '{}'"));
      const at = new Date(now.getTime() + late);
      const happening = { kind: "version_restored", revision: house.live.revision } as const;
      const documentId = house.live.article;
      const honest = nextEvent(last as { seq: number; hash: string }, { documentId, actorId: null, at, happening });
      const line = { ...honest, ...forge(honest) };
      await sql(insert, [
        ...[line.documentId, line.seq, line.kind, line.actorId, line.at, line.canonical, JSON.stringify(line.payload)],
        ...[line.prevHash, line.hash],
      ]);
      return "allowed";
    } catch (error) {
      return (error as { constraint?: string }).constraint;
    } finally {
      await sql("rollback");
    }
  }
  test("an honest next line is taken", async () => {
    expect(await forged(() => ({}))).toBe("allowed");
  });
  test("a line that does not follow the last one, or hashes something else, breaks the chain and is refused", async () => {
    expect(await forged(({ seq }) => ({ seq: seq + 1 }))).toBe("events_form_a_chain");
    expect(await forged(({ seq }) => ({ seq: seq - 1 }))).toBe("events_form_a_chain");
    expect(await forged(() => ({ prevHash: "0".repeat(64) }))).toBe("events_form_a_chain");
    expect(await forged(() => ({ hash: "a".repeat(64) }))).toBe("events_form_a_chain");
    expect(await forged(({ canonical }) => ({ canonical: canonical.replace("restored", "deleted") }))).toBe(
      "events_form_a_chain",
    );
  });
  test("a line whose columns differ from what was hashed is refused", async () => {
    const changed = [
      { payload: { kind: "version_restored" as const, revision: 999 } },
      { kind: "imported" as const },
      { actorId: house.office.reporter.personId },
    ];
    for (const change of changed) expect(await forged(() => change)).toBe("events_say_what_was_hashed");
  });
  test("nothing is dated back or ahead", async () => {
    expect(await forged(() => ({}), -5_000)).toBe("events_happen_now");
    expect(await forged(() => ({}), 5_000)).toBe("events_happen_now");
    const minuteAgo = new Date(Date.now() - 60_000);
    expect(await forged(() => ({ at: minuteAgo }))).toBe("events_happen_now");
  });
});

describe("nothing moves without a word", () => {
  const submit = () =>
    `update editions set state = 'in_review', submitted_by = ${house.office.reporter.personId} where id = ${house.draft.edition}`;
  test("an edition that moves leaves a line of history in the same transaction", async () => {
    expect(await verdict(sql, submit())).toBe("every_move_is_in_the_history");
    await sql("begin");
    await sql(submit());
    await tell(sql, house.draft.article, { to: "in_review", actorId: house.office.reporter.personId });
    await sql("set constraints all immediate");
    await sql("rollback");
  });
  test("the line says where it went", async () => {
    await sql("begin");
    await sql(submit());
    await tell(sql, house.draft.article, { to: "closed", actorId: house.office.reporter.personId });
    await expect(sql("set constraints all immediate")).rejects.toMatchObject({
      constraint: "every_move_is_in_the_history",
    });
    await sql("rollback");
  });
  test("an article that goes down without a line, or without telling every instance, stays up", async () => {
    const { article } = house.live;
    const down = `update documents set visibility = 'hidden', live_revision_id = null,
      hidden_at = date_trunc('milliseconds', now()), hidden_reason = 'x' where id = ${article}`;
    const announce = (...facts: string[]): [string, unknown[]] => [
      "insert into announcements (site_id, facts) values ($1, $2)",
      [house.office.siteId, facts],
    ];
    expect(await verdict(sql, down, announce(`document:${article}`))).toBe("every_move_is_in_the_history");
    for (const [fact, answer] of [
      [`site:${house.office.siteId}`, "readers_pages_are_told"],
      [`document:${article}1`, "readers_pages_are_told"],
      [`document:${article}`, "allowed"],
    ] as const) {
      await sql("begin");
      await sql(down);
      await tell(sql, article, { visibility: "hidden" });
      await sql(...announce(fact));
      const said = await sql("set constraints all immediate").then(
        () => "allowed",
        (error: { constraint: string }) => error.constraint,
      );
      await sql("rollback");
      expect(said).toBe(answer);
    }
  });
});
