import { expect, test } from "vitest";
import { groupOf, withoutRoom } from "./banner-groups.ts";

const NOW = new Date("2026-11-30T16:00:00.000Z");
const at = (hours: number) => new Date(NOW.getTime() + hours * 3_600_000).toISOString();
type Of = Parameters<typeof groupOf>[0];
const group = (visibility: Of["visibility"], state: Of["state"], begins: number | null, ends: number) => {
  const card = { level: "urgent" as const, link: "", begins: begins === null ? null : at(begins), ends: at(ends) };
  return groupOf({ visibility, state, card: visibility === "never_live" ? null : card }, NOW);
};

test("a banner is on until its end, also while an update of it is written", () => {
  expect(group("live", null, null, 1)).toBe("on");
  expect(group("live", "draft", null, 1)).toBe("on");
  expect(group("live", null, null, 0)).toBe("ended");
  expect(group("live", "draft", null, 0)).toBe("making");
});

test("one that begins later, or goes live by the clock, is planned", () => {
  expect(group("live", null, 1, 2)).toBe("planned");
  expect(group("live", null, 0, 2)).toBe("on");
  expect(group("never_live", "scheduled", null, 1)).toBe("planned");
});

test("what nobody has published is being made, and what was taken down or put away has ended", () => {
  expect(group("never_live", "draft", null, 1)).toBe("making");
  expect(group("never_live", "in_review", null, 1)).toBe("making");
  expect(group("hidden", null, null, 1)).toBe("ended");
  expect(group("withdrawn", null, null, 1)).toBe("ended");
  expect(group("never_live", null, null, 1)).toBe("ended");
});

test("of more banners than readers see at once, the mildest and oldest wait for room", () => {
  const line = (id: number, level: "emergency" | "urgent" | "outage", since: number, begins: number | null = null) => ({
    ...{ id, visibility: "live" as const, state: null, liveSince: new Date(at(since)) },
    card: { level, link: "", begins: begins === null ? null : at(begins), ends: at(1) },
  });
  const lines = [line(1, "outage", -1), line(2, "urgent", -3), line(3, "urgent", -2), line(4, "outage", -1, 0.5)];
  expect(withoutRoom(lines, NOW)).toEqual(new Set());
  expect(withoutRoom([...lines, line(5, "emergency", -4)], NOW)).toEqual(new Set([1]));
  const urgent = line(6, "urgent", -1);
  expect(withoutRoom([...lines, line(5, "emergency", -4), urgent], NOW)).toEqual(new Set([1, 2]));
  expect(withoutRoom([...lines, { ...urgent, visibility: "hidden" }], NOW)).toEqual(new Set());
});
