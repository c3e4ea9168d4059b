import { expect, test } from "vitest";
import { beforeIn } from "./before.ts";

test("an address says from which message on, and anything else is from the newest", () => {
  expect(beforeIn("12")).toBe(12);
  for (const said of [undefined, "", "0", "-1", "1.5", "abc", "99999999999999999999", ["1", "2"]]) {
    expect(beforeIn(said)).toBe(null);
  }
});
