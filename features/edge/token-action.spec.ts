import { beforeEach, expect, test, vi } from "vitest";
import { z } from "zod";
import { Refusal } from "#lib/refusal.ts";
import { tokenAction } from "./token-action.ts";

const headers = vi.hoisted(() => ({ said: {} as Record<string, string> }));
vi.mock("next/headers", () => ({ headers: async () => new Headers(headers.said) }));

const work = vi.fn(async (token: string, input: object) => [token, input]);
const open = tokenAction(z.object({ password: z.string().optional() }), work);

beforeEach(() => {
  work.mockClear();
  headers.said = { "sec-fetch-site": "same-origin" };
});

test("whoever holds a secret is heard, and the secret goes no further with what they say beside it", async () => {
  const said = { token: "bí mật", password: "x", more: 1 };
  expect(await open(said)).toEqual({ ok: true, value: ["bí mật", { password: "x" }] });
  const form = new FormData();
  form.append("token", "bí mật");
  expect(await open(null, form)).toEqual({ ok: true, value: ["bí mật", {}] });
});

test("without one secret of a possible length nothing is opened", async () => {
  const forms = [[], ["a", "b"], ["x".repeat(401)]].map((tokens) => {
    const form = new FormData();
    for (const token of tokens) form.append("token", token);
    return form;
  });
  for (const form of forms) expect(await open(form)).toMatchObject({ ok: false, code: "bad_input" });
  expect(work).not.toHaveBeenCalled();
});

test("a page of others that knows the secret is refused, and a no is said as everywhere", async () => {
  headers.said = { "sec-fetch-site": "cross-site" };
  expect(await open({ token: "bí mật" })).toMatchObject({ ok: false, code: "not_allowed" });
  expect(work).not.toHaveBeenCalled();
  headers.said = { "sec-fetch-site": "same-origin" };
  work.mockRejectedValueOnce(new Refusal("not_found", "Hết hạn."));
  expect(await open({ token: "cũ" })).toMatchObject({ ok: false, code: "not_found", sentence: "Hết hạn." });
});
