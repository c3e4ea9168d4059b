import { expect, test } from "vitest";
import { fileFilterOf, isWhole, libraryAddress } from "./filter.ts";

const HREF = "/desk/files";
const read = (address: string) => fileFilterOf(Object.fromEntries(new URL(address, "http://x").searchParams));

test("all of the library stands at its plain address", () => {
  expect(libraryAddress(fileFilterOf({}))).toBe(HREF);
  expect(isWhole(fileFilterOf({}))).toBe(true);
});

test.each([
  "?words=%C4%91ua+thuy%E1%BB%81n",
  "?kind=picture&person=12&use=unused&lack=alt&right=ending",
  "?from=2021-06-22&until=2021-06-23&look=list",
  "?after=2021-06-22T03%3A00%3A00.123456%2B00%3A00_7",
  "?use=live&before=2021-06-22T03%3A00%3A00Z_7",
])("%s is said again as it was read", (query) => {
  expect(libraryAddress(read(HREF + query))).toBe(HREF + query);
});

test.each([
  "?kind=exe&person=-1&use=%27&lack=1&right=mine&look=table",
  "?from=2021-02-30&until=0000-01-01&person=99999999999",
  "?after=now_1&before=2021-06-22T03%3A00%3A00Z_x",
  "?words=%E2%80%8B+%00",
])("what %s says amiss is as if it were not said", (query) => {
  expect(libraryAddress(read(HREF + query))).toBe(HREF);
});

test("a name that is said twice is not said", () => {
  expect(fileFilterOf({ use: ["used", "live"], words: ["a", "b"] })).toEqual(fileFilterOf({}));
});
