import { expect, it, vi } from "vitest";
import { articlesUnsent } from "./unsent.ts";

const copy = (documentId: number, tab: string, edit: number) => ({ personId: 1, documentId, tab, edit });
const server = (passed: Record<string, number>) => async () => ({ passed });

it("a copy that the server has passed is no unsaved text, one with a later word is", async () => {
  expect(await articlesUnsent([copy(1, "a", 3)], server({ a: 3 }))).toBe(0);
  expect(await articlesUnsent([copy(1, "a", 4)], server({ a: 3 }))).toBe(1);
  expect(await articlesUnsent([copy(1, "a", 3), copy(1, "b", 1), copy(2, "c", 1)], server({ a: 3, c: 1 }))).toBe(1);
});

it("every copy counts while the server says nothing of it, each article once", async () => {
  const copies = [copy(1, "a", 1), copy(1, "b", 1), copy(2, "c", 1)];
  expect(await articlesUnsent(copies, async () => null)).toBe(2);
  expect(await articlesUnsent(copies, async () => "signed_out")).toBe(2);
});

it("nobody is asked where nothing is kept", async () => {
  const ask = vi.fn();
  expect(await articlesUnsent([], ask)).toBe(0);
  expect(ask).not.toHaveBeenCalled();
});
