import { expect, test } from "vitest";
import { makeLocker } from "./locker.ts";

const never = new AbortController().signal;
const nothing = () => undefined;

test("an upload is written by one at a time, and whoever is there is asked to let go", async () => {
  const locker = makeLocker();
  const order: string[] = [];
  const first = locker.newLock("a");
  await first.lock(never, async () => {
    order.push("the first is asked");
    queueMicrotask(() => {
      order.push("the first goes");
      void first.unlock();
    });
  });
  const others = ["second", "third"].map(async (name) => {
    const lock = locker.newLock("a");
    await lock.lock(never, nothing);
    order.push(`the ${name} is in`);
    await lock.unlock();
  });
  await Promise.all(others);
  expect(order).toEqual([
    "the first is asked",
    "the first is asked",
    "the first goes",
    "the first goes",
    "the second is in",
    "the third is in",
  ]);
});

test("two uploads do not wait for each other", async () => {
  const locker = makeLocker();
  await locker.newLock("a").lock(never, nothing);
  await locker.newLock("b").lock(never, nothing);
});

test("whoever waits gives up in the end, with a sentence, or when they are no longer wanted", async () => {
  const locker = makeLocker(1);
  await locker.newLock("a").lock(never, nothing);
  await expect(locker.newLock("a").lock(never, nothing)).rejects.toMatchObject({ code: "unavailable" });
  await expect(makeLockedFor("b").lock(AbortSignal.abort(), nothing)).rejects.toMatchObject({ code: "unavailable" });
});

/** A lock on what somebody holds who never lets go. */
function makeLockedFor(id: string) {
  const locker = makeLocker();
  void locker.newLock(id).lock(never, nothing);
  return locker.newLock(id);
}
