import { expect, test } from "vitest";
import { migrate } from "#db/migrate.ts";
import { submitted } from "#features/moves/testing.ts";
import { oneOffice } from "#features/moves/testing-office.ts";
import { type Follower, follow } from "./follow.ts";

const { office, db, rows, bend } = oneOffice();

/** A follower that has heard the first events, and a later one before those between: they committed late. */
async function aFollowerInTheMiddle(name = "tested") {
  const heard: number[] = [];
  const follower: Follower = {
    name,
    from: "beginning",
    hear: async (_, events) => void heard.push(...events.map(({ id }) => id)),
  };
  await follow(follower, 2);
  const [later] = await rows("select id::int from events order by id desc limit 1");
  await rows("update followers set seen = seen || $1::bigint where name = $2", [later.id, name]);
  heard.push(later.id);
  return { follower, heard };
}

test("after a restore on a server with lower numbers nothing is skipped and nothing heard twice", async () => {
  for (let i = 0; i < 3; i++) await submitted(office);
  const { follower, heard } = await aFollowerInTheMiddle();
  // Numbers that this server will not give for long: those of the one that the backup is of.
  await bend("update events set xact = (xact::text::bigint + 1000000000000)::text::xid8");
  await bend("update followers set horizon = (horizon::text::bigint + 1000000000000)::text::xid8 where horizon <> '0'");
  await migrate(db.ownerUrl);
  await submitted(office);
  while ((await follow(follower, 2)) > 0);
  const events = await rows("select id::int from events order by id");
  expect(heard.sort((one, other) => one - other)).toEqual(events.map(({ id }) => id));
  await submitted(office);
  expect(await follow(follower)).toBeGreaterThan(0);
});

test("nor where a follower's place alone lies beyond the numbers of this server", async () => {
  await submitted(office);
  const { follower, heard } = await aFollowerInTheMiddle("another");
  while ((await follow(follower)) > 0);
  await bend(
    "update followers set horizon = (horizon::text::bigint + 1000000000000)::text::xid8 where name = 'another'",
  );
  await migrate(db.ownerUrl);
  await submitted(office);
  while ((await follow(follower)) > 0);
  const events = await rows("select id::int from events order by id");
  expect(heard.sort((one, other) => one - other)).toEqual(events.map(({ id }) => id));
});

test("a start on its own server changes no event", async () => {
  const before = await rows("select id, xact from events order by id");
  await migrate(db.ownerUrl);
  expect(await rows("select id, xact from events order by id")).toEqual(before);
  await expect(rows("update events set xact = '0'")).rejects.toMatchObject({ constraint: "events_are_final" });
});
