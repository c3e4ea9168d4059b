import { expect, test } from "vitest";
import { isForStaff, isStranger } from "./desk.ts";

test("the desk, the sign-in and the machines' addresses are for staff, and nothing that only begins alike", () => {
  for (const url of ["/desk", "/desk/articles/1", "/login?next=%2Fdesk", "/api/drafts/1"])
    expect(isForStaff(url)).toBe(true);
  for (const url of ["/", "/desktop", "/apis", "/tin-tuc/desk-1"]) expect(isForStaff(url)).toBe(false);
});

test("whoever has no session cookie is a stranger at the desk, but not with a view or a question for health", () => {
  expect(isStranger({ url: "/login", headers: {} })).toBe(true);
  expect(isStranger({ url: "/login", headers: { cookie: "x-next-auth.session-token=1" } })).toBe(true);
  expect(isStranger({ url: "/desk", headers: { cookie: "a=b; next-auth.session-token=1" } })).toBe(false);
  expect(isStranger({ url: "/desk", headers: { cookie: "__Secure-next-auth.session-token=1" } })).toBe(false);
  for (const url of ["/api/views", "/api/health?x"]) expect(isStranger({ url, headers: {} })).toBe(false);
});
