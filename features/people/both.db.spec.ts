import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { oneDatabase } from "#db/testing.ts";

const { rows, bend } = oneDatabase();

/** What the migration does with people who are there already; the rest of it was done when the database was made. */
const STEPS = readFileSync(join(import.meta.dirname, "../../db/migrations/0010_accounts.sql"), "utf8")
  .split("--> statement-breakpoint")
  .filter((step) => !/^(?:\s*--.*)*\s*(?:create|alter|drop)/i.test(step));

async function migrated(): Promise<void> {
  for (const step of STEPS) await rows(step);
}

async function person(email: string, ...roles: (readonly [string, string])[]): Promise<number> {
  const [{ id }] = await rows("insert into people (email, name) values ($1, 'An') returning id", [`${email}@mot.vn`]);
  for (const [role, from] of roles) {
    await bend(
      "insert into grants (person_id, site_id, role, effective_from) select $1, max(id), $2, now() + $3::interval from sites",
      [id, role, from],
    );
  }
  return id;
}

test("whoever was administrator and editor or approver is administrator afterwards, and it is written down", async () => {
  await rows("insert into sites (key, name) values ('mot', 'Phường Một')");
  const [now, later] = ["0 hours", "9 hours"];
  const both = await person("ca-hai", ["administrator", now], ["approver", now], ["editor", later], ["reporter", now]);
  const asked = await person("dang-cho", ["approver", now], ["administrator", later]);
  const apart = await person("rieng", ["editor", now], ["approver", now]);
  await rows(
    "insert into sessions (person_id, expires_at) values ($1, now() + interval '1 hour'), ($2, now() + interval '1 hour')",
    [...[both, apart]],
  );
  await migrated();
  const left = (id: number) =>
    rows("select role from grants where person_id = $1 and ended_at is null order by id", [id]).then((found) =>
      found.map(({ role }) => role),
    );
  expect(await left(both)).toEqual(["administrator", "reporter"]);
  expect(await left(asked)).toEqual(["approver"]);
  expect(await left(apart)).toEqual(["editor", "approver"]);
  expect(
    await rows("select person_id, kind, payload ->> 'role' as role from office_events order by person_id, role"),
  ).toEqual([
    { person_id: both, kind: "role_ended", role: "approver" },
    { person_id: both, kind: "role_ended", role: "editor" },
    { person_id: asked, kind: "role_ended", role: "administrator" },
  ]);
  expect(await rows("select person_id from sessions where ended_at is null")).toEqual([{ person_id: apart }]);
});

test("a link that one person made into an editor's account is of no use any more; a reporter's is", async () => {
  const [editor, reporter] = [
    await person("bien-tap", ["editor", "0 hours"]),
    await person("nguoi-viet", ["reporter", "0 hours"]),
  ];
  await bend(
    `insert into one_time_links (token_hash, purpose, person_id, usable_from, expires_at)
     values ('a', 'reset', $1, now(), now() + interval '3 days'), ('b', 'reset', $2, now(), now() + interval '3 days'),
            ('c', 'reset', $1, now() + interval '24 hours', now() + interval '4 days')`,
    [editor, reporter],
  );
  await migrated();
  const open = await rows("select token_hash from one_time_links where expires_at > now() order by 1");
  expect(open.map(({ token_hash }) => token_hash)).toEqual(["b", "c"]);
});

test("what happened to accounts long ago is no news to an approver; what happened lately is", async () => {
  const approver = await person("duyet", ["approver", "-90 days"]);
  const said = async (ago: string): Promise<number> => {
    const [{ id }] = await rows(
      `insert into office_events (site_id, person_id, kind, at) select max(id), $1, 'invited', now() - $2::interval
       from sites returning id`,
      [approver, ago],
    );
    return Number(id);
  };
  const [old] = [await said("15 days"), await said("13 days")];
  await migrated();
  const seen = await rows("select event_id from office_events_seen where person_id = $1", [approver]);
  expect(seen.map(({ event_id }) => Number(event_id))).toEqual([old]);
});
