import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { aDesk, pass } from "./testing.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

it("words are in this browser before the server has them, and no longer than that", async () => {
  const desk = aDesk();
  desk.type("a");
  await pass(400);
  expect(desk.copy()?.content.headline).toBe("a");
  await pass(1100);
  await desk.answer(desk.saved(2));
  expect(desk.copy()).toBeNull();
});

it("words are said to be kept once a copy of them is there, and not before", async () => {
  const desk = aDesk();
  desk.type("a");
  expect(desk.saver.shown().kept).toBeNull();
  await pass(400);
  expect(desk.saver.shown().kept).toBe(true);
  await pass(1100);
  await desk.answer(desk.saved(2));
  desk.type("b");
  expect(desk.saver.shown().kept).toBeNull();
});

it("a browser that kept nothing says so until it has kept something", async () => {
  const room = { hasRoom: false };
  const desk = aDesk(room);
  desk.type("a");
  await pass(1500);
  expect(desk.saver.shown().kept).toBe(false);
  await desk.answer(desk.saved(2));
  expect(desk.saver.shown().kept).toBe(false);
  room.hasRoom = true;
  desk.type("b");
  await pass(1000);
  expect(desk.saver.shown().kept).toBe(true);
});

it("while somebody types a copy is made 0.3 s after the first key, then once a second", async () => {
  const desk = aDesk();
  for (const letter of "Mưa lớn ở phường Sen Hồ, nước lên") {
    desk.type(letter);
    await pass(100);
  }
  await pass(0);
  const length = desk.copies.map((copy) => copy.length);
  expect(length).toEqual([3, 13, 23, 33]);
  expect(desk.copy()).toMatchObject({ edit: 33 });
});

it("a browser that can keep nothing is said to, and no more so once it can", async () => {
  const desk = aDesk({ hasRoom: false });
  const heard = vi.fn();
  desk.saver.subscribe(heard);
  desk.type("a");
  heard.mockClear();
  await pass(300);
  expect(desk.saver.shown()).toMatchObject({ kind: "dirty", kept: false });
  expect(heard).toHaveBeenCalledTimes(1);
});

it("a copy that is there only when its words are saved says nothing of the next ones", async () => {
  const key = Promise.withResolvers<void>();
  const desk = aDesk({ hasRoom: true, keyComes: key.promise });
  desk.type("a");
  await pass(1500);
  await desk.answer(desk.saved(2));
  key.resolve();
  await pass(0);
  desk.type("b");
  expect(desk.saver.shown()).toMatchObject({ kind: "dirty", kept: null });
});
