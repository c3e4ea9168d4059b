import { expect, test } from "vitest";
import { EVERYWHERE, surfacesOf } from "./surfaces.ts";

const DRAFTED = {
  address: "/tin-dia-phuong/le-hoi-sen-12",
  sections: ["tin-dia-phuong", "tin-tuc"],
};

test("a text that goes live shows on its page, on every list above it, at home and in the sitemap", () => {
  expect(surfacesOf(null, DRAFTED).sort()).toEqual([
    "/",
    "/sitemap*",
    "/tin-dia-phuong",
    "/tin-dia-phuong/le-hoi-sen-12",
    "/tin-dia-phuong/trang/*",
    "/tin-tuc",
    "/tin-tuc/trang/*",
  ]);
});

test("a text that goes down is forgotten where it stood", () => {
  expect(surfacesOf(DRAFTED, null)).toEqual(surfacesOf(null, DRAFTED));
});

test("a text that moves is forgotten at both places", () => {
  const moved = { address: "/chuyen-doi-so/le-hoi-sen-12", sections: ["chuyen-doi-so"] };
  expect(surfacesOf(DRAFTED, moved)).toEqual(
    expect.arrayContaining([DRAFTED.address, moved.address, "/tin-dia-phuong", "/chuyen-doi-so"]),
  );
});

test("no page is named twice, and a text that readers never met names none", () => {
  const surfaces = surfacesOf(DRAFTED, DRAFTED);
  expect(new Set(surfaces).size).toBe(surfaces.length);
  expect(surfacesOf(null, null)).toEqual([]);
});

test("the first text that a section ever has puts it on every page; the last one that leaves takes nothing off", () => {
  expect(surfacesOf(null, DRAFTED, true)).toEqual([EVERYWHERE]);
  expect(surfacesOf(DRAFTED, null)).not.toContain(EVERYWHERE);
});
