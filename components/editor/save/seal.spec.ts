import { expect, it } from "vitest";
import { seal, unseal } from "./seal.ts";

const key = new Uint8Array(32).fill(7);
const mine = { personId: 1, documentId: 9, tab: "a", edit: 3 };
const WORDS = "Nước lên ở tổ dân phố 4";

it("sealed words open with their key, and say nothing without it", () => {
  const sealed = seal(key, mine, WORDS);
  expect(unseal(key, mine, sealed)).toBe(WORDS);
  expect(unseal(new Uint8Array(32).fill(8), mine, sealed)).toBeNull();
  expect(new TextDecoder().decode(sealed)).not.toContain("Nước");
});

it("they open for nobody else, no other article, tab or edit, and not when a byte was changed", () => {
  const sealed = seal(key, mine, WORDS);
  for (const other of [{ personId: 2 }, { documentId: 8 }, { tab: "b" }, { edit: 4 }])
    expect(unseal(key, { ...mine, ...other }, sealed)).toBeNull();
  const bent = sealed.with(30, (sealed[30] ?? 0) ^ 1);
  expect(unseal(key, mine, bent)).toBeNull();
  expect(unseal(key, mine, sealed.subarray(0, 10))).toBeNull();
});

it("the same words are never sealed alike", () => {
  expect(seal(key, mine, WORDS)).not.toEqual(seal(key, mine, WORDS));
});
