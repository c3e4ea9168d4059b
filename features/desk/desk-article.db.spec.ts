import { describe, expect, test } from "vitest";
import { moveOptions } from "#features/drafts/queries.ts";
import { carryOut } from "#features/moves/commands.ts";
import { type Person, published, seen, storyOf, submitted, typeIn } from "#features/moves/testing.ts";
import { oneOffice } from "#features/moves/testing-office.ts";
import { deskArticle } from "./desk-article.ts";

const { office, lends, bend } = oneOffice();

describe("whom an article is offered to", () => {
  test("is neither oneself nor who has it already where nobody lets go of it", async () => {
    const { reporter, editor, approver } = office;
    const id = await submitted(office);
    const offered = async (by: Person) =>
      (await moveOptions(by, id, (await storyOf(by, id)).writers)).people.map((person) => person.id);
    expect(await offered(reporter)).not.toContain(reporter.personId);
    expect(await offered(reporter)).toContain(editor.personId);
    expect(await offered(approver)).not.toContain(reporter.personId);
    await expect(carryOut(approver, "hand_over", id, { toPersonId: reporter.personId })).rejects.toMatchObject({
      sentence: "Bài đang ở chính người này; cần chọn người khác.",
    });
    for (const personId of await offered(approver))
      expect([reporter.personId, approver.personId]).not.toContain(personId);
  });
});

describe("the record of what readers have", () => {
  const recordOf = async (id: number) => (await deskArticle(office.approver, id))?.live;

  test("names who wrote it and who confirmed it, as what and when", async () => {
    const { reporter, editor, approver } = office;
    const id = await submitted(office);
    await typeIn(editor, id, { standfirst: "Chiều nay, hội thao khai mạc." });
    await carryOut(reporter, "confirm", id, await seen(reporter, id));
    await carryOut(approver, ["approve", "publish"], id, await seen(approver, id));
    const live = await recordOf(id);
    expect(live?.contributors).toEqual([reporter.personId, editor.personId].sort((a, b) => a - b));
    expect(live?.signatures.map(({ personId, kind }) => [personId, kind])).toEqual([
      [reporter.personId, "confirm"],
      [approver.personId, "approve"],
    ]);
    expect(live?.signatures[0]?.at).toBeInstanceOf(Date);
    expect(live?.emergency).toBeNull();
  });

  test("names the deputy and in whose name", async () => {
    const { approver, approver2, stranger } = office;
    await lends(approver, stranger);
    const id = await submitted(office);
    const said = { ...(await seen(approver2, id)), forPersonId: approver.personId };
    await carryOut(stranger, ["approve", "publish"], id, said);
    const [signature] = (await recordOf(id))?.signatures ?? [];
    expect(signature).toMatchObject({ personId: stranger.personId, forPersonId: approver.personId, kind: "approve" });
    expect((await deskArticle(approver2, id))?.names.get(stranger.personId)).toBe("Stranger");
  });

  test("keeps the reason of an emergency, and that somebody answered for it", async () => {
    const { approver, approver2 } = office;
    const id = await submitted(office);
    const hash = await seen(approver, id);
    await carryOut(approver, "emergency_publish", id, { ...hash, reason: "Bão vào trong đêm" });
    expect((await recordOf(id))?.emergency).toEqual({ reason: "Bão vào trong đêm", countersigned: false });
    await carryOut(approver2, "countersign", id, hash);
    const live = await recordOf(id);
    expect(live?.emergency?.countersigned).toBe(true);
    expect(live?.signatures.map(({ kind }) => kind)).toEqual(["emergency", "countersign"]);
  });
});

describe("restoring what an authority had taken down", () => {
  test("is first agreed to, and the one who agreed is not asked again", async () => {
    const { approver, approver2 } = office;
    const id = await published(office);
    await carryOut(approver, "withdraw", id, { reason: "authority" });
    const restoring = async (by: Person) => (await deskArticle(by, id))?.restoring;
    expect(await restoring(approver)).toBe("first_of_two");
    await carryOut(approver, "restore", id, {});
    expect([await restoring(approver), await restoring(approver2)]).toEqual(["agreed", "at_once"]);
  });
});

describe("the history of an article", () => {
  const brokenAt = async (id: number) => (await deskArticle(office.approver, id))?.brokenAt;

  test("is whole while nobody has changed it", async () => {
    expect(await brokenAt(await published(office))).toBeNull();
  });

  test.each([
    ["other words", 'update events set payload = payload || \'{"reason":"khác"}\''],
    ["another person", "update events set actor_id = (select max(id) from people)"],
    ["another hour", "update events set at = at - interval '1 day'"],
    ["a hash of other words", "update events set prev_hash = hash"],
    ["nothing in its place", "delete from events"],
  ])("says from where on it is not what was written, when a step got %s", async (_what, forgery) => {
    const id = await published(office);
    await bend(`${forgery} where article_id = $1 and seq = 2`, [id]);
    expect(await brokenAt(id)).toBe(2);
  });
});
