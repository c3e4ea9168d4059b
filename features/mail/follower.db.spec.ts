import { beforeEach, describe, expect, test, vi } from "vitest";
import { transaction } from "#db/transaction.ts";
import { startFrom } from "#features/demo/start-from.ts";
import { type Follower, follow } from "#features/history/follow.ts";
import { carryOut } from "#features/moves/commands.ts";
import { MOST_TRIES, runDue } from "#features/moves/due.ts";
import { aText, drafted, published, seen, setPasswords, submitted, typeIn } from "#features/moves/testing.ts";
import { oneOffice } from "#features/moves/testing-office.ts";
import { HOUR_MS } from "#lib/dates.ts";
import { mailFollower } from "./follower.ts";
import { aPost } from "./testing.ts";

const { office, rows, bend } = oneOffice();
const post = aPost(rows);

beforeEach(async () => {
  await post.hear();
  await bend("delete from mails");
  await rows("delete from jobs.job");
  await bend("update people set switched_off_at = null, password_hash = 'x'");
});

/** What has been queued for whom, by what has happened since the test began. */
async function told(): Promise<string[]> {
  await post.hear();
  return (await post.mails()).map((line) => line.replace(", waiting", ""));
}

describe("who is told", () => {
  test("of a text that was sent: those who may act on it, and not who sent it", async () => {
    await submitted(office);
    expect(await told()).toEqual(["Approver: waiting", "Approver2: waiting", "Editor: waiting"]);
  });
  test("of a return: whoever was given the text and whose words are in it, and not who returned it", async () => {
    const id = await drafted(office);
    await typeIn(office.editor, id, { headline: "Một tiêu đề khác" });
    await carryOut(office.reporter, "submit", id, {});
    await post.hear();
    await bend("delete from mails");
    await carryOut(office.approver, "return", id, { reason: "other", words: "Xem lại" });
    expect(await told()).toEqual(["Editor: returned", "Reporter: returned"]);
  });
  test("of an approval without an hour: the other approvers, who may publish it", async () => {
    const id = await submitted(office);
    await post.hear();
    await bend("delete from mails");
    await carryOut(office.approver, "approve", id, await seen(office.approver, id));
    expect(await told()).toEqual(["Approver2: waiting"]);
  });
  test("of a text that an approver has sent on: its writer as well, without whose confirmation they cannot approve it", async () => {
    const id = await drafted(office);
    await carryOut(office.approver, "submit", id, {});
    expect(await told()).toEqual(["Approver2: waiting", "Editor: waiting", "Reporter: waiting"]);
  });
  test("of a text that an editor has written in and sent on: its writer, whose confirmation is asked for", async () => {
    const id = await drafted(office);
    await typeIn(office.editor, id, { headline: "Một tiêu đề khác" });
    await carryOut(office.editor, "submit", id, {});
    expect(await told()).toEqual(["Approver: waiting", "Approver2: waiting", "Reporter: waiting"]);
  });
  test("of a hand-over: whoever has to go on with the text, and nobody else", async () => {
    const id = await drafted(office);
    await carryOut(office.reporter, "hand_over", id, { toPersonId: office.editor.personId });
    expect(await told()).toEqual(["Editor: waiting"]);
  });
  test("of a hand-over that was passed on before anybody heard of it: the last one, and nobody in between", async () => {
    const id = await drafted(office);
    const { approver, editor, reporter, approver2 } = office;
    await carryOut(reporter, "hand_over", id, { toPersonId: editor.personId });
    await carryOut(approver, "hand_over", id, { toPersonId: reporter.personId });
    await setPasswords(approver2);
    await carryOut(editor, "hand_over", id, { toPersonId: approver2.personId });
    expect(await told()).toEqual(["Approver2: waiting"]);
  });
  test("of an hour that was cancelled: the other approvers, who may publish it", async () => {
    const id = await submitted(office);
    await carryOut(office.approver, "approve", id, await seen(office.approver, id));
    const at = new Date(Date.now() + HOUR_MS);
    await carryOut(office.approver, "schedule", id, { ...(await seen(office.approver, id)), at });
    await post.hear();
    await bend("delete from mails");
    await carryOut(office.approver, "unschedule", id, {});
    expect(await told()).toEqual(["Approver2: waiting"]);
  });
  test("of what was hidden from readers: the approvers, who decide about it", async () => {
    const id = await published(office);
    await post.hear();
    await bend("delete from mails");
    await carryOut(office.editor, "hide", id, { reason: "Kiểm tra lại" });
    expect(await told()).toEqual(["Approver: waiting", "Approver2: waiting"]);
  });
  test("of what one of two has agreed to bring back: the other approvers", async () => {
    const id = await published(office);
    await carryOut(office.approver, "withdraw", id, { reason: "authority", words: "Công văn 12" });
    await post.hear();
    await bend("delete from mails");
    await carryOut(office.approver, "restore", id, {});
    expect(await told()).toEqual(["Approver2: waiting"]);
  });
  test("of going live: the writers", async () => {
    const id = await submitted(office);
    await post.hear();
    await bend("delete from mails");
    await carryOut(office.approver, ["approve", "publish"], id, await seen(office.approver, id));
    expect(await told()).toEqual(["Reporter: published"]);
  });
  test("of an update that goes live: whoever was given it or wrote in it, and not the writers of before", async () => {
    const id = await published(office);
    await carryOut(office.editor, "revise", id, {});
    await typeIn(office.editor, id, { headline: "Bế mạc hội thao phường" });
    await rows("delete from document_writers where document_id = $1 and person_id = $2", [
      id,
      office.reporter.personId,
    ]);
    await carryOut(office.editor, "submit", id, {});
    await carryOut(office.reporter, "confirm", id, await seen(office.reporter, id));
    await post.hear();
    await bend("delete from mails");
    await carryOut(office.approver, ["approve", "publish"], id, await seen(office.approver, id));
    expect(await told()).toEqual(["Editor: published"]);
  });
  test("of an emergency: the writers that it is out, and the other approvers that it is owed", async () => {
    const id = await drafted(office);
    await carryOut(office.approver, "emergency_publish", id, { ...(await seen(office.approver, id)), reason: "Bão" });
    expect(await told()).toEqual(["Approver2: owed", "Reporter: published"]);
    expect(await post.jobs()).toBe(2);
  });
  test("of a missed hour: every approver of the text", async () => {
    const id = await submitted(office);
    const { approver } = office;
    await carryOut(approver, "approve", id, await seen(approver, id));
    const at = new Date(Date.now() + HOUR_MS);
    await carryOut(approver, "schedule", id, { ...(await seen(approver, id)), at });
    await post.hear();
    await bend("delete from mails");
    // A gap that appeared after the approval: going live fails, three times.
    await bend("update draft_buffers set content = jsonb_set(content, '{headline}', '\"\"') where document_id = $1", [
      id,
    ]);
    for (let tried = 0; tried < MOST_TRIES; tried++) {
      await bend("update schedules set due_at = now(), next_try_at = now() where ended_at is null");
      await runDue();
    }
    expect(await told()).toEqual(["Approver: missed", "Approver2: missed"]);
  });
  test("nobody of a text that was taken back before anybody heard of it", async () => {
    const id = await submitted(office);
    await carryOut(office.reporter, "take_back", id, {});
    expect(await told()).toEqual([]);
  });
  test("nobody who is switched off, and nobody who has no role there", async () => {
    await bend("update people set switched_off_at = now() where id = any($1)", [
      [office.approver2.personId, office.editor.personId],
    ]);
    await submitted(office);
    expect(await told()).toEqual(["Approver: waiting"]);
  });
  test("nobody who has set no password yet: whether the address is theirs is not known", async () => {
    await bend("update people set password_hash = null where id = any($1)", [
      [office.approver2.personId, office.editor.personId],
    ]);
    await submitted(office);
    expect(await told()).toEqual(["Approver: waiting"]);
  });
  test("nobody who does not want to be told of such things", async () => {
    await rows(
      "insert into mail_choices (person_id, kind, wanted) values ($1, 'waiting', false), ($2, 'owed', false)",
      [office.editor.personId, office.approver.personId],
    );
    await submitted(office);
    expect(await told()).toEqual(["Approver: waiting", "Approver2: waiting"]);
    await rows("delete from mail_choices");
  });
});

test("old articles that wait in a batch are nobody's mail, and one of them that is given back is", async () => {
  const [batch] = await rows("insert into batches (site_id, made_by) values ($1, $2) returning id", [
    office.siteId,
    office.reporter.personId,
  ]);
  const imported = { views: 0, batchId: batch.id as number, migrated: true };
  const bring = (slug: string) =>
    transaction((tx) =>
      startFrom(tx, office.reporter, "article", { content: aText(office.party, { slug }), imported }),
    );
  const [one, other] = [await bring("mot"), await bring("hai")];
  for (const id of [one, other]) await carryOut(office.reporter, "submit", id, {});
  await carryOut(office.approver, ["approve", "publish"], one, await seen(office.approver, one));
  expect(await told()).toEqual([]);
  await carryOut(office.approver, "return", other, { reason: "other", words: "Xem lại" });
  expect(await told()).toEqual(["Reporter: returned"]);
});

describe("a follower that dies", () => {
  test("after it has written and before its place is kept has everybody told once, by one job each", async () => {
    vi.spyOn(process.stderr, "write").mockReturnValue(true);
    await submitted(office);
    const dies: Follower = {
      ...mailFollower,
      async hear(tx, events) {
        await mailFollower.hear(tx, events);
        // As for the database SIGKILL is: the connection ends in the middle of the transaction.
        await rows(`select pg_terminate_backend(pid) from pg_stat_activity
          where datname = current_database() and state = 'idle in transaction'`);
      },
    };
    for (let death = 0; death < 3; death++) await expect(follow(dies)).rejects.toThrow();
    expect([await post.mails(), await post.jobs()]).toEqual([[], 0]);
    expect(await told()).toEqual(["Approver: waiting", "Approver2: waiting", "Editor: waiting"]);
    expect(await post.jobs()).toBe(3);
  });
  test("between two batches goes on with the next event", async () => {
    const ids = [await submitted(office), await submitted(office)];
    await follow(mailFollower, 1);
    await post.hear();
    await post.hear();
    const found = await rows("select document_id as id, count(*)::int as n from mails group by 1 order by 1");
    expect(found).toEqual(ids.map((id) => ({ id, n: 3 })));
  });
});
