import { beforeAll, expect, test } from "vitest";
import { carryOut, start } from "./commands.ts";
import { giveAtOnce, type Person, type Root, rootOf, seen, seenLive, storyOf } from "./testing.ts";
import { oneOffice } from "./testing-office.ts";
import { aBanner, aSentence, hoursAhead, publishAtRoot, typeAtRoot } from "./testing-root.ts";

const { office, rows } = oneOffice();
const root = {} as Root;
/** Another approver of the whole site. */
let second: Person;
beforeAll(async () => {
  Object.assign(root, await rootOf(office));
  second = office.approver2;
  await giveAtOnce({ personId: second.personId, siteId: office.siteId, sectionId: null, role: "approver" });
});

const flood = aSentence("flood", ["tổ 5, đường Trần Phú", "114"]);

/** A draft that the approver wrote alone. */
async function drafted(change: object): Promise<number> {
  const id = await start(root.approver, "banner");
  await typeAtRoot(root.approver, id, change);
  return id;
}
const inEmergency = async (id: number) =>
  carryOut(root.approver, "emergency_publish", id, { ...(await seen(root.approver, id)), reason: "Nước lên" });

test("one approver brings a fixed sentence to readers at once, and another one answers for it afterwards", async () => {
  const id = await drafted(flood);
  await inEmergency(id);
  const { document } = await storyOf(root.approver, id);
  expect(document).toMatchObject({ visibility: "live", owedBy: root.approver.personId });
  const live = await rows("select title, card ->> 'ends' as ends from documents where id = $1", [id]);
  expect(live).toEqual([{ title: flood.words, ends: flood.ends }]);
  await expect(carryOut(root.approver, "countersign", id, await seenLive(root.approver, id))).rejects.toMatchObject({
    code: "not_allowed",
  });
  await carryOut(second, "countersign", id, await seenLive(second, id));
  expect((await storyOf(root.approver, id)).document.owedSince).toBeNull();
});

test("who objects opens a draft of it, and readers have it until it is taken down", async () => {
  const id = await drafted(flood);
  await inEmergency(id);
  await carryOut(second, "object", id, { reason: "Sai địa điểm" });
  const { document, open } = await storyOf(second, id);
  expect([document.visibility, open?.state]).toEqual(["live", "draft"]);
  await carryOut(second, "withdraw", id, { reason: "error" });
  expect((await storyOf(second, id)).document.visibility).toBe("withdrawn");
});

test("words of one's own do not go out by one person, however the press is made, and by two they do", async () => {
  const id = await drafted(aBanner());
  await expect(inEmergency(id)).rejects.toMatchObject({ code: "wrong_state", message: /hai người/ });
  await carryOut(root.approver, "submit", id, {});
  await expect(inEmergency(id)).rejects.toMatchObject({ code: "wrong_state" });
  expect((await storyOf(root.approver, id)).document.visibility).toBe("never_live");
  await carryOut(second, ["approve", "publish"], id, await seen(second, id));
  expect((await storyOf(root.approver, id)).document).toMatchObject({ visibility: "live", owedSince: null });
});

test("a text that only says that it is a fixed sentence is none", async () => {
  for (const change of [
    { words: "Chủ tịch đã từ chức." },
    { blanks: ["nhà chủ tịch", "114"], words: flood.words?.replace("tổ 5, đường Trần Phú", "nhà chủ tịch") },
    { level: "outage" as const },
    { ends: null },
    { ends: hoursAhead(-1) },
  ]) {
    const id = await drafted({ ...flood, ...change });
    await expect(inEmergency(id)).rejects.toMatchObject({ code: "not_ready" });
    expect((await storyOf(root.approver, id)).document.visibility).toBe("never_live");
  }
});

test("another end is an update that two people sign, or one in an emergency once more", async () => {
  const id = await start(root.editor, "banner");
  await typeAtRoot(root.editor, id, flood);
  await publishAtRoot(root, id);
  const ends = hoursAhead(5);
  await carryOut(root.editor, "revise", id, {});
  await typeAtRoot(root.editor, id, { ends });
  await publishAtRoot(root, id);
  expect(await rows("select card ->> 'ends' as ends from documents where id = $1", [id])).toEqual([{ ends }]);
  const later = hoursAhead(6);
  await carryOut(root.approver, "revise", id, {});
  await typeAtRoot(root.approver, id, { ends: later });
  await inEmergency(id);
  expect(await rows("select card ->> 'ends' as ends from documents where id = $1", [id])).toEqual([{ ends: later }]);
});

test("what is approved may wait for its hour, as every text does", async () => {
  const id = await start(root.editor, "banner");
  await typeAtRoot(root.editor, id, flood);
  await carryOut(root.editor, "submit", id, {});
  const said = { ...(await seen(root.approver, id)), at: new Date(Date.now() + 600_000) };
  await carryOut(root.approver, ["approve", "schedule"], id, said);
  expect((await storyOf(root.approver, id)).open?.state).toBe("scheduled");
});
