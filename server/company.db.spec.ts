import pg from "pg";
import { expect, onTestFinished, test, vi } from "vitest";
import { oneDatabase } from "#db/testing.ts";
import { watchCompany } from "./company.ts";

const { db } = oneDatabase();
const away = async () => false;

function watching(...asked: Parameters<typeof watchCompany>) {
  const company = watchCompany(asked[0], { lookEveryMs: 20, ...asked[1] });
  onTestFinished(() => company.stop());
  return company;
}

test("nobody can decide anything while a database of our own is away, until somebody else was seen on it", async () => {
  const company = watching(true, { answers: away });
  await vi.waitFor(async () => expect(await company.nobodyCan()).toBe(true), { timeout: 10_000 });
  const other = new pg.Client({ connectionString: db.appUrl, application_name: "toasoan_server:web+clock:other" });
  await other.connect();
  await other.query("select 1");
  await vi.waitFor(async () => expect(await company.nobodyCan()).toBe(false), { timeout: 10_000 });
  await other.end();
  await vi.waitFor(async () => expect(await company.nobodyCan()).toBe(true), { timeout: 10_000 });
});

test("it is looked at once: a database that goes away right after the start takes nothing down", async () => {
  const company = watching(true, { lookEveryMs: 600_000, answers: away });
  await vi.waitFor(async () => expect(await company.nobodyCan()).toBe(true), { timeout: 10_000 });
});

test("before the first look, and of a database that answers or is the operator's own, nobody knows that", async () => {
  expect(await watching(true, { lookEveryMs: 600_000, answers: away }).nobodyCan()).toBe(false);
  const [answering, theirs] = [watching(true), watching(false, { answers: away })];
  const alone = watching(true, { answers: away });
  await vi.waitFor(async () => expect(await alone.nobodyCan()).toBe(true), { timeout: 10_000 });
  expect(await answering.nobodyCan()).toBe(false);
  expect(await theirs.nobodyCan()).toBe(false);
});
