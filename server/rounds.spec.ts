import { expect, test } from "vitest";
import { makeRounds } from "./rounds.ts";

test("nobody gets what was begun before they came, and those who wait share the next round", async () => {
  const ask = makeRounds();
  const begun: PromiseWithResolvers<number>[] = [];
  const work = () => {
    const round = Promise.withResolvers<number>();
    begun.push(round);
    return round.promise;
  };
  const first = ask("/", work);
  const [second, third] = [ask("/", work), ask("/", work)];
  expect(begun).toHaveLength(1);
  expect(second).toBe(third);
  begun[0]?.resolve(1);
  expect(await first).toBe(1);
  await expect.poll(() => begun.length).toBe(2);
  const fourth = ask("/", work);
  begun[1]?.resolve(2);
  expect(await second).toBe(2);
  await expect.poll(() => begun.length).toBe(3);
  begun[2]?.resolve(3);
  expect(await fourth).toBe(3);
});

test("a round that fails is told to those who were in it alone, and other keys wait for nobody", async () => {
  const ask = makeRounds();
  const failing = Promise.withResolvers<string>();
  const first = ask("/", () => failing.promise);
  const second = ask("/", async () => "sau");
  expect(await ask("/khac", async () => "khác")).toBe("khác");
  failing.reject(new Error("no database"));
  await expect(first).rejects.toThrow("no database");
  expect(await second).toBe("sau");
  expect(await ask("/", async () => "nữa")).toBe("nữa");
});
