import { expect, test } from "vitest";
import { oneOffice } from "#features/moves/testing-office.ts";

const { office, rows } = oneOffice();

test("no phone may bring pictures for longer than half an hour", async () => {
  const open = (minutes: number) =>
    rows(
      `with somebody as (insert into sessions (person_id, expires_at) values ($1, now() + interval '2 hours') returning id)
       insert into phones (token_hash, session_id, site_id, expires_at)
       select $2, id, $3, now() + make_interval(mins => $4) from somebody returning id`,
      [office.reporter.personId, crypto.randomUUID(), office.siteId, minutes],
    );
  expect(await open(30)).toHaveLength(1);
  await expect(open(31)).rejects.toThrow("a_phone_is_there_for_half_an_hour");
});
