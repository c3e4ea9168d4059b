import { mkdirSync, readdirSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { oneDatabase } from "#db/testing.ts";
import { oneDataDir } from "#features/uploads/testing.ts";
import { HANDLERS } from "./duties.ts";

const { rows } = oneDatabase();
const place = oneDataDir();

test("what is old is forgotten at night, in the database and among uploads", async () => {
  await rows(
    "insert into sign_in_tries (account_hash, address_hash, succeeded, at) values ('a', 'b', false, now() - interval '2 days')",
  );
  mkdirSync(place.uploads);
  for (const name of ["1-1-old", "1-1-new"]) writeFileSync(join(place.uploads, name), "x");
  utimesSync(join(place.uploads, "1-1-old"), 0, 0);
  await HANDLERS.forget_old({}, new AbortController().signal);
  expect([readdirSync(place.uploads), await rows("select from sign_in_tries")]).toEqual([["1-1-new"], []]);
});
