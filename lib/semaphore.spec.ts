import { expect, test } from "vitest";
import { makeSemaphore, Overcrowded } from "./semaphore.ts";

test("a few run at once, the next wait their turn, and a full line sends away", async () => {
  const semaphore = makeSemaphore(2, 1);
  const doors = Array.from({ length: 3 }, () => Promise.withResolvers<void>());
  const order: number[] = [];
  const enter = (number: number) =>
    semaphore.through(async () => {
      order.push(number);
      await doors[number]?.promise;
    });
  const entered = [enter(0), enter(1), enter(2)];
  await expect(enter(3)).rejects.toThrow(Overcrowded);
  expect(order).toEqual([0, 1]);
  doors[0]?.resolve();
  await entered[0];
  expect(order).toEqual([0, 1, 2]);
  for (const door of doors) door.resolve();
  await Promise.all(entered);
});

test("a work that fails makes room for the next", async () => {
  const semaphore = makeSemaphore(1, 1);
  await expect(semaphore.through(() => Promise.reject(new Error("no")))).rejects.toThrow("no");
  await expect(semaphore.through(async () => "yes")).resolves.toBe("yes");
});
