import { getTableColumns, getTableName } from "drizzle-orm";
import { expect, test } from "vitest";
import { people, sessions } from "./schema/people.ts";
import { sealedText } from "./seal.ts";
import { SEALED } from "./sealed-columns.ts";
import { oneDatabase } from "./testing.ts";

const { rows } = oneDatabase();

test("the app and the database have one list of what a seal is over, table by table", async () => {
  const found = await rows(`
    select tgrelid::regclass::text as place, string_to_array(trim(trailing e'\\\\000' from encode(tgargs, 'escape')), e'\\\\000') as columns
    from pg_trigger where tgfoid = 'check_seal'::regproc`);
  const inDatabase = Object.fromEntries(found.map(({ place, columns }) => [place, columns]));
  const inApp = [...SEALED].map(([table, names]) => {
    const columns = Object.values(getTableColumns(table));
    const isMoment = (name: string) => columns.find((column) => column.name === name)?.dataType === "date";
    return [getTableName(table), names.map((name) => (isMoment(name) ? `${name}:ms` : name))];
  });
  expect(Object.keys(inDatabase)).toContain("sessions");
  expect(inDatabase).toEqual(Object.fromEntries(inApp));
});

test("the trigger that looks at a seal is the last before a row is written", async () => {
  const found = await rows(`
    select t.tgrelid::regclass::text as place, max(t.tgname) as last from pg_trigger t
    where not t.tgisinternal and (t.tgtype & 3) = 3 and (t.tgtype & 20) <> 0
      and exists (select from pg_trigger s where s.tgrelid = t.tgrelid and s.tgfoid = 'check_seal'::regproc)
    group by 1`);
  expect(found.length).toBe(SEALED.size);
  expect(found.filter(({ last }) => last !== "what_decides_is_sealed")).toEqual([]);
});

test("both spell the same row alike, whatever stands in it", async () => {
  const words = ["", "-", "|", "a|b", "NULL", "'", "\\", "\n", "ở Điện Biên Phủ", "😀", "null", "\u0001"];
  const at = new Date("2026-02-03T04:05:06.789Z");
  for (const word of words) {
    const row = { email: word, name: `${word}|`, passwordHash: null, switchedOffAt: at, demo: true };
    const [{ text }] = await rows(
      `select sealed_text('n', 'insert', 'people', jsonb_build_object('email', $1::text, 'name', $2::text,
         'password_hash', null, 'switched_off_at', $3::timestamptz, 'demo', true),
         '{email,name,password_hash,switched_off_at:ms,demo}') as text`,
      [row.email, row.name, "2026-02-03T04:05:06.789999Z"],
    );
    expect(text).toBe(sealedText("n", "insert", people, "-", row));
  }
  const id = "0b0e7a44-6c4b-4f43-a6a5-3a8cf1f0cf00";
  const [{ text }] = await rows(
    `select sealed_text('n', 'update', 'sessions', jsonb_build_object('id', $1::text, 'person_id', 7,
       'created_at', $2::timestamptz, 'expires_at', $2::timestamptz), '{id,person_id,created_at:ms,expires_at:ms}') as text`,
    [id, at],
  );
  expect(text).toBe(sealedText("n", "update", sessions, id, { id, personId: 7, createdAt: at, expiresAt: at }));
});
