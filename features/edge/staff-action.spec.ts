import { beforeEach, expect, test, vi } from "vitest";
import { z } from "zod";
import { requireStaff, type Staff } from "#features/sessions/actor.ts";
import { Refusal } from "#lib/refusal.ts";
import { staffAction } from "./staff-action.ts";

const from = vi.hoisted(() => ({ "sec-fetch-site": "same-origin" }));
vi.mock("#features/sessions/actor.ts", () => ({ requireStaff: vi.fn() }));
vi.mock("next/headers", () => ({ headers: async () => new Headers(from) }));

const AN: Staff = { personId: 1, name: "An", email: "an@x.vn", sessionId: "s", siteId: 1, grants: [] };
const read = vi.fn((words: string) => words.toUpperCase());
const press = staffAction(z.object({ words: z.string().transform(read) }), async ({ name }, { words }) =>
  [name, words].join(),
);

beforeEach(() => {
  from["sec-fetch-site"] = "same-origin";
  read.mockClear();
  vi.mocked(requireStaff).mockReset().mockResolvedValue(AN);
});

test("a press is carried out for whoever is signed in, with what its schema made of it", async () => {
  expect(await press({ words: "chào" })).toEqual({ ok: true, value: "An,CHÀO" });
});

test("what somebody sends who is signed out is not read", async () => {
  vi.mocked(requireStaff).mockRejectedValue(new Refusal("signed_out", "Hết phiên."));
  expect(await press({ words: "chào" })).toMatchObject({ ok: false, code: "signed_out" });
  expect(read).not.toHaveBeenCalled();
});

test("what a page of others sends is not read, and nobody is asked for", async () => {
  from["sec-fetch-site"] = "cross-site";
  expect(await press({ words: "chào" })).toMatchObject({ ok: false, code: "not_allowed" });
  expect([read.mock.calls, vi.mocked(requireStaff).mock.calls]).toEqual([[], []]);
});
