import { describe, expect, it } from "vitest";
import { dueAt, isUnderWay, step, toStart, type UploadEvent, type Uploads } from "./uploads.ts";

const brought = (id: string): UploadEvent => ({ type: "brought", id, name: `${id}.jpg`, size: 100, refused: null });
const following = (...events: UploadEvent[]): Uploads => events.reduce(step, new Map() as Uploads);
const kinds = (all: Uploads) => [...all.values()].map(({ id, kind }) => `${id} ${kind}`);
const startable = (all: Uploads) => toStart(all).map(({ id }) => id);

describe("pictures that are brought", () => {
  it("are sent two at once, in their order", () => {
    const all = following(brought("a"), brought("b"), brought("c"));
    expect(startable(all)).toEqual(["a", "b"]);
    const sending = following(brought("a"), brought("b"), brought("c"), { type: "started", id: "a" });
    expect(startable(sending)).toEqual(["b"]);
    const two = [sending, { type: "started", id: "b" } as const] as const;
    expect(startable(step(...two))).toEqual([]);
    expect(startable(step(step(...two), { type: "arrived", id: "a" }))).toEqual(["c"]);
  });

  it("and refused on this side are never sent, and say why", () => {
    const all = step(following(), { type: "brought", id: "a", name: "a.jpg", size: 9, refused: "Ảnh quá nặng." });
    expect(all.get("a")).toMatchObject({ kind: "refused", sentence: "Ảnh quá nặng." });
    expect(startable(all)).toEqual([]);
  });

  it("take the place of another one of the same figure, at the end of the row", () => {
    const all = following(brought("a"), brought("b"), brought("c"), { type: "started", id: "a" }, brought("a"));
    expect(kinds(all)).toEqual(["b queued", "c queued", "a queued"]);
    expect(all.get("a")?.sent).toBe(0);
  });
});

describe("a dropped network", () => {
  const lost = (at: number): UploadEvent => ({ type: "failed", id: "a", at, sentence: null });

  it("is tried again by itself, later each time, and nothing that was sent is forgotten", () => {
    let all = following(
      brought("a"),
      { type: "started", id: "a" },
      { type: "progressed", id: "a", sent: 40 },
      lost(1_000),
    );
    expect(kinds(all)).toEqual(["a lost"]);
    expect(dueAt(all)).toBe(3_000);
    expect(step(all, { type: "due", at: 2_999 })).toBe(all);
    all = step(all, { type: "due", at: 3_000 });
    expect(startable(all)).toEqual(["a"]);
    expect(all.get("a")?.sent).toBe(40);
    expect(dueAt(step(all, lost(3_000)))).toBe(7_000);
    const often = Array.from({ length: 20 }, () => lost(0)).reduce(step, all);
    expect(dueAt(often)).toBe(30_000);
  });

  it("begins counting anew once something was sent", () => {
    const all = following(brought("a"), lost(0), lost(0), { type: "progressed", id: "a", sent: 1 }, lost(0));
    expect(dueAt(all)).toBe(2_000);
  });

  it("that came back, or whose person did, is not waited for", () => {
    expect(startable(following(brought("a"), lost(0), { type: "woken" }))).toEqual(["a"]);
  });

  it("keeps the page from being left unasked; what was refused or cancelled does not", () => {
    const underWay = (...events: UploadEvent[]) => [...following(brought("a"), ...events).values()].some(isUnderWay);
    expect(underWay()).toBe(true);
    expect(underWay({ type: "started", id: "a" })).toBe(true);
    expect(underWay(lost(0))).toBe(true);
    expect(underWay({ type: "refused", id: "a", sentence: "Không." })).toBe(false);
    expect(underWay({ type: "cancelled", id: "a" })).toBe(false);
    expect(underWay({ type: "figures", ids: new Set() })).toBe(false);
    expect(underWay({ type: "arrived", id: "a" })).toBe(false);
  });
});

describe("a figure", () => {
  const gone: UploadEvent = { type: "figures", ids: new Set() };
  const back: UploadEvent = { type: "figures", ids: new Set(["a"]) };

  it("that is taken out stops its picture, and brings it back when it comes back", () => {
    const all = following(brought("a"), { type: "started", id: "a" }, gone);
    expect(kinds(all)).toEqual(["a aside"]);
    expect(step(all, { type: "woken" })).toBe(all);
    expect(startable(step(all, back))).toEqual(["a"]);
  });

  it("does not bring back what its person cancelled, or the server refused", () => {
    const cancelled = following(brought("a"), { type: "cancelled", id: "a" }, gone, back);
    expect(kinds(cancelled)).toEqual(["a cancelled"]);
    const refused = following(brought("a"), { type: "refused", id: "a", sentence: "Không." }, gone, back);
    expect(kinds(refused)).toEqual(["a refused"]);
    expect(kinds(step(refused, { type: "again", id: "a" }))).toEqual(["a queued"]);
    expect(step(refused, { type: "again", id: "a" }).get("a")?.sentence).toBeNull();
  });
});

it("what nothing is known of changes nothing", () => {
  const all = following(brought("a"));
  expect(step(all, { type: "arrived", id: "z" })).toBe(all);
  expect(step(all, { type: "figures", ids: new Set(["a"]) })).toBe(all);
});
