import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { database } from "#db/client.ts";
import { verifications } from "#db/schema/verifications.ts";
import { sealed } from "#db/seal.ts";
import { asOwner } from "#db/testing.ts";
import { published, submitted } from "#features/moves/testing.ts";
import { oneOffice } from "#features/moves/testing-office.ts";
import { HOUR_MS } from "#lib/dates.ts";
import { verifyAndKeep } from "./keep.ts";
import { fittedLast, whyNotVerified } from "./last.ts";
import { lastVerification } from "./result-store.ts";
import { inSlices } from "./slices.ts";
import { asTheApp } from "./store.ts";
import { verify, verifyAll } from "./verify.ts";

const { db, rows, bend, office } = oneOffice();
const nobodyLeaves = new AbortController().signal;

beforeAll(async () => {
  await published(office);
  await submitted(office);
});
beforeEach(() => void vi.spyOn(process.stderr, "write").mockReturnValue(true));

/** What is kept after somebody with the owner's hand has changed a row; it is changed back then. */
async function foundAfter(tamper: string, mend: string) {
  await bend(tamper);
  await verifyAndKeep(nobodyLeaves);
  await bend(mend);
  return (await lastVerification())?.misfit;
}

describe("what the worker finds is kept:", () => {
  test("nothing before the first time, of which nobody is warned", async () => {
    expect([await lastVerification(), await fittedLast(), await whyNotVerified()]).toEqual([null, null, undefined]);
  });

  test("the app's own role looks at the same rows as the command, and finds that all fit", async () => {
    await verifyAndKeep(nobodyLeaves);
    const { looked } = await verify(db.ownerUrl);
    const last = await lastVerification();
    const others = looked.filter(({ what, rows }) => rows > 0 && what !== "verifications");
    expect(last).toMatchObject({ looked: others, misfit: null, isOld: false });
    expect(others.length).toBeGreaterThan(8);
    expect(Number(last?.endedAt)).toBeGreaterThanOrEqual(Number(last?.startedAt));
    expect([await fittedLast(), await whyNotVerified()]).toEqual([true, undefined]);
  });

  test("the first row that does not fit, by its name; whoever asks from outside hears only that there is one", async () => {
    const misfit = await foundAfter(
      "update people set name = name || '?' where id = 1",
      "update people set name = rtrim(name, '?') where id = 1",
    );
    expect(misfit).toEqual({ kind: "seal", table: "people", row: "1" });
    expect([await fittedLast(), await whyNotVerified()]).toEqual([
      false,
      "a row does not fit; npm run verify names it",
    ]);
  });

  test.each([-5, 0, 700, 2_000_000_000])(
    "a line of the desk's lists for a document %i that there is not",
    async (id) => {
      const misfit = await foundAfter(
        `insert into desk_lines select (jsonb_populate_record(n, '{"document_id": ${id}}')).* from desk_lines_now n limit 1`,
        `delete from desk_lines where document_id = ${id}`,
      );
      expect(misfit).toEqual({ kind: "desk", document: id });
    },
  );

  test("that all fit again once the row is mended", async () => {
    await verifyAndKeep(nobodyLeaves);
    expect(await fittedLast()).toBe(true);
  });

  test("that all fit, however much is done while it looks", async () => {
    let goesOn = true;
    const work = async () => {
      for (let i = 0; i < 10; i++) await published(office);
      goesOn = false;
    };
    const found: unknown[] = [];
    const look = async () => {
      while (goesOn) found.push((await verifyAll(asTheApp(async () => undefined))).misfit);
    };
    await Promise.all([work(), look()]);
    expect(found.length).toBeGreaterThan(1);
    expect(found).toEqual(found.map(() => null));
  });

  test("nothing when it is ended in the middle", async () => {
    const count = () => rows("select count(*)::integer as kept from verifications");
    const before = await count();
    const reason = new Error("the worker was asked to go");
    await expect(verifyAndKeep(AbortSignal.abort(reason))).rejects.toBe(reason);
    expect(await count()).toEqual(before);
  });
});

describe("what was found is worth as much as its seal:", () => {
  test("whoever has the app's role and not its key writes and changes none", async () => {
    const columns = "(started_at, ended_at, looked, seal)";
    const invented = `${Date.now().toString(16).padStart(12, "0")}${"0".repeat(20)}.${"0".repeat(64)}`;
    for (const seal of ["null", `'${invented}'`, "(select seal from verifications limit 1)"]) {
      const forged = `insert into verifications ${columns} values (now(), now(), '[]', ${seal})`;
      await expect(asOwner(db.appUrl, forged)).rejects.toThrow(/was not written by the app/);
    }
    for (const sql of ["update verifications set misfit = null", "delete from verifications"]) {
      await expect(asOwner(db.appUrl, sql)).rejects.toThrow("permission denied for table verifications");
    }
  });

  test("one that the owner wrote by hand is itself the row that does not fit", async () => {
    await rows("insert into verifications (started_at, ended_at, looked) values (now(), now(), '[]')");
    const [{ id }] = await rows("select max(id) as id from verifications");
    const misfit = { kind: "seal", table: "verifications", row: String(id) };
    expect(await lastVerification()).toMatchObject({ looked: [], misfit });
    await bend("update verifications set seal = (select max(seal) from verifications) where seal is null");
    expect(await lastVerification()).toMatchObject({ misfit });
    expect((await verify(db.ownerUrl)).misfit).toEqual(misfit);
    await bend(`delete from verifications where id = ${id}`);
  });

  test("one that is two days old says nothing of today", async () => {
    const keep = (hours: number) => {
      const at = new Date(Date.now() - hours * HOUR_MS);
      const row = { startedAt: at, endedAt: at, looked: "[]", misfit: null };
      return database().insert(verifications).values(sealed(verifications, row));
    };
    await keep(47);
    expect([(await lastVerification())?.isOld, await whyNotVerified()]).toEqual([false, undefined]);
    await keep(49);
    expect((await lastVerification())?.isOld).toBe(true);
    expect(await whyNotVerified()).toBe("nobody has looked for two days");
  });

  test("what another version wrote is a misfit without words", async () => {
    const at = new Date();
    const row = { startedAt: at, endedAt: at, looked: '[{"what":"moons","rows":1}]', misfit: '{"kind":"moon"}' };
    await database().insert(verifications).values(sealed(verifications, row));
    expect(await lastVerification()).toMatchObject({ looked: [], misfit: { kind: "other" } });
    expect(await fittedLast()).toBe(false);
  });
});

test("whoever takes minutes lets others go on in between", async () => {
  const step = inSlices(nobodyLeaves);
  let others = 0;
  const other = setInterval(() => others++, 1);
  for (let i = 0; i < 40; i++) {
    const until = performance.now() + 5;
    while (performance.now() < until);
    await step();
  }
  clearInterval(other);
  expect(others).toBeGreaterThanOrEqual(5);
});
