import { ACTIONS, filledIn, ROUTES } from "#features/edge/testing-ways-in.ts";
import { actionId, everyAction } from "./fixtures/action-ids.ts";
import type { Answer } from "./fixtures/ask.ts";
import { type BehindProxy, expect, ownOf, test } from "./fixtures/behind-proxy.ts";
import type { OwnSite } from "./fixtures/office.ts";
import { aPerson, inDatabase } from "./fixtures/people.ts";
import { cookieOf } from "./fixtures/sessions.ts";

/** What browsers say who press for somebody else. */
function foreignTo(office: OwnSite): Record<string, string>[] {
  const other = { "sec-fetch-site": "cross-site", origin: ownOf(office) };
  return [other, { "sec-fetch-site": "same-site" }, { origin: `http://${office.host}` }, {}];
}

test("no action listens to a page of another site, of another scheme, or to nobody's", async ({
  behindProxy,
  office,
  product,
}) => {
  const cookie = await cookieOf(product, office.approver.personId);
  const actions = everyAction();
  const named = Object.values(ACTIONS).flatMap((one) => Object.keys(one));
  expect(actions.map(({ name }) => name).sort()).toEqual(named.sort());
  for (const { id, name, path } of actions)
    for (const from of foreignTo(office)) {
      const headers = { cookie, "next-action": id, "content-type": "text/plain;charset=UTF-8", ...from };
      const answer = await behindProxy.knock(office, path, { method: "POST", headers, body: '[{"token":"x"}]' });
      expect([name, from, refusalIn(answer)]).toEqual([name, from, "not_allowed"]);
    }
  const { id = "", path = "" } = actions[0] ?? {};
  const elsewhere = { cookie, "next-action": id, "content-type": "text/plain", origin: "https://evil.example" };
  const answer = await behindProxy.knock(office, path, {
    method: "POST",
    headers: elsewhere,
    body: '[{"kind":"article"}]',
  });
  expect([answer.status, answer.body.toString()]).toEqual([
    403,
    expect.stringContaining("không đến từ Trang biên tập"),
  ]);
});

/** Methods that only ask: without TLS browsers do not say whose page such a question comes from. */
const ASKS: readonly string[] = ["GET", "HEAD"];

test("nor does a route that changes something", async ({ behindProxy, office, product }) => {
  const cookie = await cookieOf(product, office.reporter.personId);
  const headers = { cookie, "content-type": "application/json" };
  // A reader's page is told nothing: a view that it did not send is not counted.
  const changing = ROUTES.filter(([address, method]) => !ASKS.includes(method) && address !== "/api/views");
  expect(changing.length).toBeGreaterThan(2);
  for (const from of foreignTo(office))
    for (const [address, method] of changing) {
      const how = { method, headers: { ...headers, ...from }, body: "{}" };
      const answer = await behindProxy.knock(office, filledIn(address), how);
      expect([address, answer.status, refusalIn(answer)]).toEqual([address, 403, "not_allowed"]);
    }
});

test("of next-auth there is what we use of it, and nothing else", async ({ behindProxy, office }) => {
  const began = behindProxy.log().length;
  for (const [method, path] of [
    ...["_log", "session", "signout", "signin/credentials", "error"].map((name) => ["POST", name] as const),
    ...["session", "signin", "signout", "providers", "error", "verify-request", "callback/x"].map(
      (n) => ["GET", n] as const,
    ),
  ]) {
    const headers = { origin: ownOf(office), "content-type": "application/json" };
    const body = '{"level":"error","code":"x\\n2026 info forged"}';
    const asked = method === "POST" ? { method, headers, body } : { method };
    const answer = await behindProxy.knock(office, `/api/auth/${path}`, asked);
    expect([path, answer.status, refusalIn(answer)]).toEqual([path, 404, "not_found"]);
  }
  expect(behindProxy.log().slice(began)).toBe("");
  const badly = { cookie: "next-auth.callback-url=http://x:99999.evil/" };
  const token = await behindProxy.knock(office, "/api/auth/csrf?callbackUrl=http://x:99999.evil/", { headers: badly });
  expect([token.status, JSON.parse(token.body.toString())]).toEqual([
    200,
    { csrfToken: expect.stringMatching(/^\w{64}$/) },
  ]);
});

test("signing in over a session ends it", async ({ behindProxy, office, product }) => {
  const person = await aPerson(product, "reporter", office.siteId);
  const cookie = await cookieOf(product, office.reporter.personId);
  const token = await behindProxy.knock(office, "/api/auth/csrf");
  const { csrfToken } = JSON.parse(token.body.toString());
  const set = (token.headers["set-cookie"] ?? []).map((one) => one.split(";")[0]);
  const body = new URLSearchParams({ csrfToken, email: person.email, password: person.password }).toString();
  const headers = {
    ...{ origin: ownOf(office), cookie: [cookie, ...set].join("; ") },
    "content-type": "application/x-www-form-urlencoded",
  };
  const answer = await behindProxy.knock(office, "/api/auth/callback/credentials", { method: "POST", headers, body });
  expect(answer.status).toBe(200);
  const open = (id: number) =>
    inDatabase(product, "select ended_because from sessions where person_id = $1 order by created_at", [id]);
  expect(await open(office.reporter.personId)).toEqual([{ ended_because: "signed_out" }]);
  expect(await open(person.id)).toEqual([{ ended_because: null }]);
});

test("behind a proxy with TLS a press brings the page that follows with its answer", async ({
  behindProxy,
  office,
  product,
}) => {
  const began = behindProxy.log().length;
  const answer = await press(behindProxy, office, await cookieOf(product, office.reporter.personId));
  expect(answer.headers["x-action-redirect"]).toMatch(/^\/desk\/documents\/\d+/);
  expect(answer.headers["content-type"]).toContain("text/x-component");
  expect(answer.body.length).toBeGreaterThan(1_000);
  expect(behindProxy.log().slice(began)).not.toContain("redirect response");
});

/** "Viết bài mới", as the desk's script sends it. */
function press(behindProxy: BehindProxy, office: OwnSite, cookie: string): Promise<Answer> {
  const headers = {
    ...{
      cookie,
      "next-action": actionId("startDocument"),
      "content-type": "text/plain;charset=UTF-8",
      accept: "text/x-component",
    },
    ...{ origin: ownOf(office), "sec-fetch-site": "same-origin" },
  };
  return behindProxy.knock(office, "/desk", { method: "POST", headers, body: '[{"kind":"article"}]' });
}

/** The code with which a route or an action says no; one that a person reads says a sentence instead. */
function refusalIn({ status, body }: Answer): string {
  const said = body.toString();
  if (said === "Yêu cầu không đến từ Trang biên tập nên không được thực hiện.\n") return "not_allowed";
  return /"code":"([a-z_]+)"/.exec(said)?.[1] ?? `status ${status}`;
}
