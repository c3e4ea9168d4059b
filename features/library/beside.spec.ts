import { expect, test } from "vitest";
import type { DeedLine } from "#features/files/types.ts";
import { goesAlong } from "./beside.ts";

const binned = (at: string, byId = 1): DeedLine => ({
  ...{ id: 1, kind: "binned", byId, reason: "", by: "Lê Lan" },
  at: new Date(at),
});
const facts = {
  may: { hide: false, show: false, bin: false, restore: true, ask: false, withdraw: false, erase: false },
  ...{ used: false, isApart: false, isKept: false, isBinned: true },
};
const restores = (video: DeedLine, file: DeedLine) =>
  goesAlong(facts, { video: [video], file: [file] }).restore ?? "stays";

test("what went into the bin in the same press comes back with the video, and what the same person put there before does not", () => {
  const film = binned("2026-11-20T08:00:00Z");
  expect(restores(film, binned("2026-11-20T08:00:01Z"))).toBe("goes");
  expect(restores(film, binned("2026-10-20T08:00:00Z"))).toBe("stays");
  expect(restores(film, binned("2026-11-20T08:00:01Z", 2))).toBe("stays");
});
