import { beforeEach, describe, expect, test } from "vitest";
import { readyFile } from "#features/files/testing.ts";
import { askToErase, withdrawErasure } from "#features/library/going.ts";
import { mayAgree } from "#features/people/by-two.ts";
import * as people from "#features/people/commands.ts";
import { agreeToRole, objectToReset, objectToRole } from "#features/people/second-person.ts";
import { offices } from "#features/people/testing.ts";
import { agreeToName, dropName, proposeName } from "#features/renaming/commands.ts";
import { lastOf } from "#features/renaming/testing.ts";
import { tellAsked } from "./asked.ts";
import { sendMail } from "./send.ts";

const at = offices();
const { rows } = at;
beforeEach(async () => {
  await rows("delete from jobs.job");
  await rows("delete from mails");
});

/** Jobs that tell whom is asked are done, as often as said. */
async function told(times = 1): Promise<number[]> {
  for (const { data } of await rows("select data from jobs.job where name = 'tell_asked' order by created_on")) {
    for (let again = 0; again < times; again++) await tellAsked(data);
  }
  return (await rows("select person_id as id from mails order by 1")).map(({ id }) => id);
}

/** What has come of the messages once they are to be sent; there is no mail server. */
async function states(): Promise<string[]> {
  for (const { id } of await rows("select id::int from mails order by id")) await sendMail({ mailId: id });
  return (await rows("select distinct state from mails")).map(({ state }) => state);
}

async function office() {
  const [asking, other, approver] = [
    await at.staff({ role: "administrator" }),
    await at.staff({ role: "administrator" }),
    await at.staff({ role: "approver" }),
  ];
  await rows("update people set password_hash = 'x'");
  const { personId: editor } = await at.staff({ role: "editor" });
  const { personId: writer } = await at.account({ role: "reporter" });
  return { asking, other, approver, editor, writer, by: people.administrator(asking) };
}

const ids = (...staff: { personId: number }[]) => staff.map(({ personId }) => personId).sort((a, b) => a - b);

describe("when somebody is to be made an approver", () => {
  test("those are told who may agree, each once, and not who asked, whom it is about, or anybody of another site", async () => {
    const { other, approver, asking, writer, by } = await office();
    const elsewhere = await at.newSite();
    await at.account({ role: "approver", at: elsewhere });
    await people.giveRole(by, writer, { role: "approver", sectionId: null });
    expect(await told(2)).toEqual(ids(other, approver));
    const waiting = { personId: writer, askedBy: asking.personId };
    expect([other, approver, asking].map((staff) => mayAgree(staff, waiting))).toEqual([true, true, false]);
    expect(await states()).toEqual(["kept"]);
    const [{ words }] = await rows("select words from mails limit 1");
    expect(words).toContain("chờ người thứ hai đồng ý");
  });
  test("what was agreed to, or objected to, before the message left is told to nobody", async () => {
    const { approver, writer, by } = await office();
    for (const answer of [agreeToRole, objectToRole]) {
      await rows("delete from mails");
      await rows("delete from jobs.job");
      await people.giveRole(by, writer, { role: answer === agreeToRole ? "editor" : "approver", sectionId: null });
      await told();
      const [{ id }] = await rows("select max(id)::int as id from grants where person_id = $1", [writer]);
      await answer(approver, id);
      expect(await states()).toEqual(["dropped"]);
    }
  });
  test("a reporter, who needs no second person, is nobody's mail", async () => {
    const { by } = await office();
    await people.invite(by, { name: "Bế Mới", email: "be-moi@thu.example", role: "reporter", sectionId: null });
    expect(await rows("select from jobs.job where name = 'tell_asked'")).toEqual([]);
  });
});

test("of a way in that waits those are told who may agree, and not whose it is", async () => {
  const { other, approver, editor, by } = await office();
  await people.resetWayIn(by, editor);
  expect(await told(2)).toEqual(ids(other, approver));
  const [{ id }] = await rows("select max(id)::int as id from one_time_links where person_id = $1", [editor]);
  await objectToReset(approver, id);
  expect(await states()).toEqual(["dropped"]);
});

test("of the erasure of a file approvers are told, and not who asked for it; nobody, once it is answered", async () => {
  const { approver, editor } = await office();
  const other = await at.staff({ role: "approver" });
  await rows("update people set password_hash = 'x'");
  const { siteId } = approver;
  const { sha256 } = await readyFile({ siteId, personId: editor });
  const by = { ...other, grants: [{ role: "approver" as const, sectionId: null }] };
  await askToErase(by, { sha256, reason: "Gia đình yêu cầu" });
  expect(await told(2)).toEqual([approver.personId]);
  expect(await states()).toEqual(["kept"]);
  const [{ words, subject }] = await rows("select words, subject from mails limit 1");
  expect([words, subject]).toEqual([
    expect.stringContaining(`/desk/files/${sha256}`),
    expect.stringMatching(/^Cần xác nhận xóa vĩnh viễn một tệp/),
  ]);
  expect(words).not.toContain("Gia đình");
  await rows("delete from mails");
  await withdrawErasure(by, { sha256 });
  await told();
  expect(await states()).toEqual([]);
});

describe("when a name is proposed for a section", () => {
  async function section() {
    const { asking, other, approver } = await office();
    const { siteId } = asking;
    const [sectionId, elsewhere] = [await at.section(), await at.section()];
    const own = await at.staff({ role: "approver", sectionId });
    await at.staff({ role: "approver", sectionId: elsewhere });
    await rows("update people set password_hash = 'x'");
    const which = async () => ({ sectionId, base: await lastOf(siteId, sectionId) });
    const propose = async (by: typeof asking, name: string) => proposeName(by, await which(), { name, slug: "" });
    return { asking, other, approver, own, which, propose };
  }
  const words = async (personId: number) =>
    (await rows("select words from mails where person_id = $1 and state = 'kept'", [personId])).map((row) => row.words);

  test("its approvers are told, each once, and neither who proposed it nor approvers of other sections", async () => {
    const { asking, approver, own, propose } = await section();
    await propose(asking, "Đời sống");
    expect(await told(2)).toEqual(ids(approver, own));
    expect(await states()).toEqual(["kept"]);
    expect((await words(own.personId))[0]).toMatch(/đang chờ người duyệt đồng ý: “Đời sống”\..*\/desk\/sections/s);
  });
  test("what was answered before the message left is told to no approver, and to whoever proposed it", async () => {
    for (const [answer, name, said] of [
      [agreeToName, "Đời sống", "đã được đồng ý"],
      [dropName, "Nếp sống", "đã bị bỏ"],
    ] as const) {
      await rows("delete from mails");
      await rows("delete from jobs.job");
      const { asking, own, propose, which } = await section();
      await propose(asking, name);
      await told();
      await answer(own, await which());
      await told(2);
      await states();
      expect(await rows("select person_id as id, kinds from mails where state = 'kept'")).toEqual([
        { id: asking.personId, kinds: ["answered"] },
      ]);
      expect((await words(asking.personId))[0]).toContain(said);
    }
  });
  test("whoever proposes over another's name has that one told, and is told nothing of what they put aside themselves", async () => {
    const { asking, other, propose, which } = await section();
    await propose(asking, "Đời sống");
    await propose(other, "Nếp sống");
    await dropName(other, await which());
    await told();
    await states();
    expect(await rows("select person_id as id from mails where state = 'kept'")).toEqual([{ id: asking.personId }]);
    expect((await words(asking.personId))[0]).toContain("đã được thay bằng một đề nghị khác");
  });
  test("whoever keeps the sections no longer is told nothing", async () => {
    const { asking, other, own, propose, which } = await section();
    await propose(asking, "Đời sống");
    await dropName(own, await which());
    await told();
    const [{ id }] = await rows("select id::int from grants where person_id = $1", [asking.personId]);
    await people.endRole(people.administrator(other), id);
    await states();
    expect(await words(asking.personId)).toEqual([]);
  });
});

test("when nothing comes of giving a role, nobody is told", async () => {
  const { by, editor } = await office();
  await expect(people.giveRole(by, editor, { role: "administrator", sectionId: null })).rejects.toMatchObject({
    code: "wrong_state",
  });
  expect(await rows("select from jobs.job where name = 'tell_asked'")).toEqual([]);
});
