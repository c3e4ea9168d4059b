import { expect, test } from "vitest";
import { callerOf, isForStaff } from "./desk.ts";

test("the desk, the sign-in and the machines' addresses are for staff, and nothing that only begins alike", () => {
  for (const url of ["/desk", "/desk/articles/1", "/login?next=%2Fdesk", "/api/drafts/1"])
    expect(isForStaff(url)).toBe(true);
  for (const url of ["/", "/desktop", "/apis", "/tin-tuc/desk-1"]) expect(isForStaff(url)).toBe(false);
});

test("whoever has no session cookie is a stranger at the desk; a view or a question for health is a machine's", () => {
  expect(callerOf({ url: "/login", headers: {} })).toBe("stranger");
  expect(callerOf({ url: "/login", headers: { cookie: "x-next-auth.session-token=1" } })).toBe("stranger");
  expect(callerOf({ url: "/desk", headers: { cookie: "a=b; next-auth.session-token=1" } })).toBe("staff");
  expect(callerOf({ url: "/desk", headers: { cookie: "__Secure-next-auth.session-token=1" } })).toBe("staff");
  for (const url of ["/api/views", "/api/health?x"]) expect(callerOf({ url, headers: {} })).toBe("machine");
});
