import { call, saidIn } from "./fixtures/by-name.ts";
import { expect, test } from "./fixtures/office.ts";
import { aPerson, inDatabase } from "./fixtures/people.ts";
import { cookieOf } from "./fixtures/sessions.ts";

/** Everything about accounts and roles that a forged request could have changed. */
async function accounts(product: Parameters<typeof inDatabase>[0], siteId: number) {
  return inDatabase(
    product,
    `select g.id, g.role, g.effective_from, g.agreed_by, g.ended_at, p.switched_off_at, p.password_hash,
       (select count(*)::int from one_time_links l where l.person_id = p.id) as links
     from grants g join people p on p.id = g.person_id where g.site_id = $1 order by g.id`,
    [siteId],
  );
}

const PRESSES = ["invite", "giveRole", "endRole", "switchOff", "switchOn", "resetWayIn"] as const;

for (const who of ["reporter", "editor", "approver", "administrator of another site", "signed out"] as const) {
  test(`${who}: forged presses about accounts are refused and change nothing`, async ({ product, office }) => {
    const target = await aPerson(product, "editor", office.siteId);
    const off = await aPerson(product, "reporter", office.siteId);
    await inDatabase(product, "update people set switched_off_at = now() where id = $1", [off.id]);
    const [grant] = await inDatabase(product, "select id from grants where person_id = $1", [target.id]);
    const cookie = await cookieFor(who);
    const before = await accounts(product, office.siteId);
    const answers: Record<string, string> = {};
    for (const press of PRESSES) {
      const fields = {
        ...{ personId: press === "switchOn" ? off.id : target.id, grantId: grant.id },
        ...{ name: "Kẻ Mạo Danh", email: `mao-danh-${office.siteId}@e2e.example`, role: "administrator" },
      };
      answers[press] = saidIn(await call(press, fields, { host: office.host, cookie }));
    }
    const no = who === "signed out" ? "signed_out" : "not_allowed";
    expect(answers).toEqual(Object.fromEntries(PRESSES.map((press) => [press, no])));
    expect(await accounts(product, office.siteId)).toEqual(before);
    expect(await inDatabase(product, "select 1 from people where email like 'mao-danh-%'")).toEqual([]);

    async function cookieFor(one: typeof who): Promise<string | undefined> {
      if (one === "signed out") return undefined;
      const elsewhere = one === "administrator of another site";
      const person = await aPerson(product, elsewhere ? "administrator" : one, elsewhere ? null : office.siteId);
      return cookieOf(product, person.id);
    }
  });
}

test("an administrator's forged presses at the own site do not reach people of another", async ({
  product,
  office,
}) => {
  const admin = await aPerson(product, "administrator", office.siteId);
  const stranger = await aPerson(product, "reporter");
  const [grant] = await inDatabase(product, "select id from grants where person_id = $1", [stranger.id]);
  const how = { host: office.host, cookie: await cookieOf(product, admin.id) };
  const about = { personId: stranger.id, grantId: grant.id, role: "editor" };
  for (const press of ["giveRole", "endRole", "switchOff", "switchOn", "resetWayIn"]) {
    expect([press, saidIn(await call(press, about, how))]).toEqual([press, "not_found"]);
  }
});

test("answers to what takes two are refused to everybody but a second approver or administrator", async ({
  product,
  office,
}) => {
  const { siteId, host } = office;
  const admin = await aPerson(product, "administrator", siteId);
  const subject = await aPerson(product, "editor", siteId);
  const [reporter, approver] = [await aPerson(product, "reporter", siteId), await aPerson(product, "approver", siteId)];
  const foreign = await aPerson(product, "approver");
  const as = async (id: number) => ({ host, cookie: await cookieOf(product, id) });
  const asked = await call("giveRole", { personId: subject.id, role: "approver", sectionId: "" }, await as(admin.id));
  expect(saidIn(asked)).toBe("yes");
  const [{ id }] = await inDatabase(product, "select id from grants where person_id = $1 and role = 'approver'", [
    subject.id,
  ]);
  const answer = async (press: "agree" | "object", personId: number) =>
    saidIn(await call(press, { about: "role", id }, { ...(await as(personId)), path: "/desk" }));
  for (const who of [reporter, foreign]) {
    expect(await answer("agree", who.id)).toBe("not_allowed");
    expect(await answer("object", who.id)).toBe("not_allowed");
  }
  expect(await answer("agree", admin.id)).toBe("not_allowed");
  expect(await answer("agree", subject.id)).toBe("not_allowed");
  const twice = await Promise.all([answer("agree", approver.id), answer("agree", approver.id)]);
  expect(twice.sort()).toEqual(["out_of_date", "yes"]);
  expect(await answer("object", approver.id)).toBe("out_of_date");
});

test("an administrator does not switch off the own account, whatever the page offers", async ({ product, office }) => {
  const admin = await aPerson(product, "administrator", office.siteId);
  const how = { host: office.host, cookie: await cookieOf(product, admin.id) };
  expect(saidIn(await call("switchOff", { personId: admin.id }, how))).toBe("not_allowed");
});

test("a session that has ended presses nothing more", async ({ product, office }) => {
  const admin = await aPerson(product, "administrator", office.siteId);
  const target = await aPerson(product, "reporter", office.siteId);
  const how = { host: office.host, cookie: await cookieOf(product, admin.id) };
  await inDatabase(product, "update grants set ended_at = now() where person_id = $1", [admin.id]);
  expect(saidIn(await call("resetWayIn", { personId: target.id }, how))).toBe("not_allowed");
  await inDatabase(product, "update sessions set ended_at = now() where person_id = $1", [admin.id]);
  expect(saidIn(await call("resetWayIn", { personId: target.id }, how))).toBe("signed_out");
});

test("nonsense in place of numbers and roles is refused, not a bug", async ({ product, office }) => {
  const admin = await aPerson(product, "administrator", office.siteId);
  const how = { host: office.host, cookie: await cookieOf(product, admin.id) };
  for (const [press, fields] of [
    ["switchOff", { personId: "1; drop table people" }],
    ["switchOff", { personId: 2 ** 31 }],
    ["endRole", { grantId: -1 }],
    ["giveRole", { personId: admin.id, role: "owner" }],
    ["giveRole", { personId: admin.id, role: "editor", sectionId: 9e15 }],
    ["invite", { name: "A".repeat(401), email: "a@b.vn", role: "reporter" }],
    ["invite", { name: { $ne: "" }, email: "a@b.vn", role: "reporter" }],
    ["agree", { about: "site", id: 1 }],
    ["object", { about: "role", id: 2 ** 40 }],
    ["openOneTimeLink", { token: ["x"] }],
    ["openOneTimeLink", { token: "x".repeat(401) }],
  ] as const) {
    expect([press, fields, saidIn(await call(press, fields, how))]).toEqual([press, fields, "bad_input"]);
  }
});
