import { expect, test } from "vitest";
import {
  archivePath,
  authorPath,
  correctionsPath,
  heldRoots,
  OWN_ROOTS,
  overviewPath,
  ownAsked,
  rootOf,
  statisticsPath,
  tagPath,
  weekPath,
  weeksPath,
} from "./lists.ts";

test("what is written is read back as what it was", () => {
  for (const page of [1, 2, 300]) {
    expect(ownAsked(tagPath("hoi-thao", page))).toEqual({ kind: "tag", slug: "hoi-thao", page });
    expect(ownAsked(authorPath("le-thu", page))).toEqual({ kind: "author", slug: "le-thu", page });
    expect(ownAsked(archivePath("2026-11-28", page))).toEqual({ kind: "archive", date: "2026-11-28", page });
    expect(ownAsked(correctionsPath(page))).toEqual({ kind: "corrections", page });
  }
  for (const date of ["", "2026", "2026-11"])
    expect(ownAsked(archivePath(date))).toEqual({ kind: "archive", date, page: 1 });
  expect(ownAsked(weeksPath)).toEqual({ kind: "weeks" });
  expect(ownAsked(weekPath("2026-w09"))).toEqual({ kind: "week", slug: "2026-w09" });
  expect(ownAsked(overviewPath)).toEqual({ kind: "overview" });
  expect(ownAsked(statisticsPath)).toEqual({ kind: "statistics" });
});

test("an address of the archive goes from the year to the day", () => {
  expect([archivePath(), archivePath("2026"), archivePath("2026-11"), archivePath("2026-11-28", 2)]).toEqual([
    "/luu-tru",
    "/luu-tru/2026",
    "/luu-tru/2026/11",
    "/luu-tru/2026/11/28/trang/2",
  ]);
});

test.each([
  ["/Tu-Khoa/Hoi-Thao", { kind: "tag", slug: "hoi-thao", page: 1 }],
  ["/tu-khoa/le-hoi-12", { kind: "tag", slug: "le-hoi-12", page: 1 }],
  ["/Lich-Cong-Tac/2026W9", { kind: "week", slug: "2026-w09" }],
  ["/lich-cong-tac/2026-w", null],
  ["/lich-cong-tac/2026-49", null],
  ["/lich-cong-tac/2026-w49/1", null],
  ["/tu-khoa/trang", { kind: "tag", slug: "trang", page: 1 }],
  ["/tac-gia/le-thu/TRANG/02", { kind: "author", slug: "le-thu", page: 2 }],
  ["/luu-tru/2026/9/5", { kind: "archive", date: "2026-09-05", page: 1 }],
  ["/luu-tru/2024/02/29", { kind: "archive", date: "2024-02-29", page: 1 }],
  ["/dinh-chinh/trang/3", { kind: "corrections", page: 3 }],
])("%s asks for %j", (path, asked) => {
  expect(ownAsked(path)).toEqual(asked);
});

test.each([
  "/",
  "/tin-tuc",
  "/tu-khoa",
  "/tu-khoa/a/b",
  "/tu-khoa/hoi-thao/trang/0",
  "/tac-gia",
  "/luu-tru/0026",
  "/luu-tru/26",
  "/luu-tru/2026/13",
  "/luu-tru/2026/00",
  "/luu-tru/2026/02/29",
  "/luu-tru/2026/11/31",
  "/luu-tru/2026/11/28/1",
  "/luu-tru/2026/11/trang/2",
  "/luu-tru/2026-11-28",
  "/luu-tru/9999999999",
  "/so-do/1",
  "/so-do/trang/2",
  "/thong-ke/2026",
  "/dinh-chinh/le-hoi-12",
])("%s asks for none of these", (path) => {
  expect(ownAsked(path)).toBeNull();
});

test("a first segment that a section or a page has is held", () => {
  expect(heldRoots(["tin-tuc", null, "thong-ke"])).toEqual(new Set(["thong-ke"]));
  expect(OWN_ROOTS.map((root) => rootOf(`/${root}/a`))).toEqual([...OWN_ROOTS]);
  expect(rootOf("/")).toBe("");
});
