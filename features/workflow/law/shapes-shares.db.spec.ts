import { beforeAll, describe, expect, test } from "vitest";
import { drafted } from "#features/moves/testing.ts";
import { oneHouse } from "./house.ts";
import { verdict } from "./testing.ts";

const { house, sql } = oneHouse();

let document: number;
beforeAll(async () => {
  document = await drafted(house.office);
});
const share = (sha256 = "a".repeat(64), bytes = 1) =>
  `insert into share_pictures (document_id, sha256, bytes) values (${document}, '${sha256}', ${bytes})`;

describe("a picture for sharing", () => {
  test("is named by a hash of its words", async () => {
    for (const name of ["", "a".repeat(63), "A".repeat(64), `../${"a".repeat(64)}`]) {
      expect([name, await verdict(sql, share(name))]).toEqual([name, "a_share_picture_is_named_by_its_words"]);
    }
    expect(await verdict(sql, share())).toBe("allowed");
  });
  test("has bytes", async () => {
    expect(await verdict(sql, share(undefined, 0))).toBe("a_share_picture_has_bytes");
  });
});
