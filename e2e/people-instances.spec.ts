import { ask } from "./fixtures/ask.ts";
import { call, saidIn } from "./fixtures/by-name.ts";
import { aPerson, inDatabase } from "./fixtures/people.ts";
import { expect, test } from "./fixtures/second-instance.ts";
import { cookieOf } from "./fixtures/sessions.ts";

test("what is decided through one instance ends a session on the other at the next click", async ({
  product,
  office,
  otherPort,
}) => {
  const admin = await aPerson(product, "administrator", office.siteId);
  const here = { host: office.host, cookie: await cookieOf(product, admin.id) };
  const there = async (cookie: string) =>
    (await ask(`localhost:${otherPort}`, "/login/password", { headers: { cookie } })).status;
  const decisions: Record<string, (id: number) => Promise<string>> = {
    "switched off": async (personId) => saidIn(await call("switchOff", { personId }, here)),
    "a role given": async (personId) => {
      const [{ id }] = await inDatabase(
        product,
        "insert into sections (site_id, name, slug) values ($1, 'Thêm', 'them') returning id",
        [office.siteId],
      );
      return saidIn(await call("giveRole", { personId, role: "reporter", sectionId: id }, here));
    },
    "a role ended": async (personId) => {
      const [{ id }] = await inDatabase(product, "select id from grants where person_id = $1", [personId]);
      return saidIn(await call("endRole", { grantId: id }, here));
    },
    "a new password": async (personId) => {
      const answer = await call("resetWayIn", { personId }, here);
      const token = /one-time#([\w-]+)/.exec(answer.body.toString())?.[1];
      const password = "gà gáy ba lần thì dậy";
      return saidIn(await call("setPasswordByLink", { token, password }, { ...here, path: "/login/one-time" }));
    },
  };
  for (const [what, decide] of Object.entries(decisions)) {
    const person = await aPerson(product, "reporter", office.siteId);
    const cookie = await cookieOf(product, person.id);
    expect([what, await there(cookie)]).toEqual([what, 200]);
    expect([what, await decide(person.id)]).toEqual([what, "yes"]);
    expect([what, await there(cookie)]).toEqual([what, 307]);
  }
});
