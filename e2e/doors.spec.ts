import { createHash } from "node:crypto";
import { ACTIONS, filledIn, PAGES, ROUTES } from "#features/edge/testing-ways-in.ts";
import { everyAction } from "./fixtures/action-ids.ts";
import type { Answer } from "./fixtures/ask.ts";
import { type BehindProxy, expect, test } from "./fixtures/behind-proxy.ts";
import type { OwnSite } from "./fixtures/office.ts";
import { aPerson, inDatabase } from "./fixtures/people.ts";
import { cookieOf } from "./fixtures/sessions.ts";

const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "PROPFIND"];

/** Every way in but the stream, which would not end; and what is none, or is spelt as nobody does. */
const ADDRESSES = [
  ...new Set([...ROUTES.map(([address]) => address), ...Object.keys(PAGES)].map((address) => filledIn(address))),
  ...["/khong-co", "/dang-doan-the", "/dang-doan-the/trang/2", "/dang-doan-the/x-12", "/?nid=7", "/-/unknown"],
  ...["/", "/robots.txt", "/-/sitemap/1", "/favicon.ico", "/_next/x.js", "/a/b/c/d", `/${"a".repeat(300)}`],
  ...["/%F0%9F%AA%B7", "/api", "/api/", "/api/x", "/api/health?x=1", "/api/drafts", "/api/drafts/x"],
  ...["/api/drafts/99999999999999999999", "/api/drafts/%00", "/api/auth", "/api/auth/_log"],
  ...["/api/auth/csrf?callbackUrl=http://x:99999.evil/", "/api/auth/csrf?callbackUrl=%00"],
  ...["/api/auth/callback/credentials?callbackUrl=//[", "/api/auth/callback/x"],
  ...["/api/auth/session", "/api/auth/signin", "/api/auth/signin/credentials", "/api/auth/signout", "/api/auth/error"],
  ...["/api/auth/providers", "/login?next=//[", "/login/x", "/desk?x=%zz", "/desk/x", "/desk/documents?state=%00"],
  ...["/desk/documents/x", "/desk/documents/99999999999999999999", "/desk/batches/x", "/desk/batches/99999999999"],
].filter((address) => address !== "/api/live");

const BROKEN = '--x\r\nContent-Disposition: form-data; name="1_$ACTION_ID_zz"\r\n\r\n';

/** Bodies with what they say they are. */
const BODIES: [type: string | undefined, body: string | undefined][] = [
  [undefined, undefined],
  [undefined, "{"],
  ["application/json", "{"],
  ["application/json", '{"level":"error","code":"a\\nb\\u001b[2J","callbackUrl":{"x":1}}'],
  ["application/json", "[]"],
  ["application/json; charset=x", "null"],
  ["application/x-www-form-urlencoded", "csrfToken=%zz&email=%ff&password&callbackUrl=http%3A%2F%2Fx%3A99999.evil%2F"],
  ["application/x-www-form-urlencoded;charset=utf-8", "a=b"],
  ["multipart/form-data", "x"],
  ["multipart/form-data; boundary=x", BROKEN],
  ["multipart/form-data; boundary=x", `${BROKEN}a\r\n--x--\r\n`],
  [
    "multipart/form-data; boundary=x",
    `--x\r\nContent-Disposition: form-data; name="$ACTION_REF_1"\r\n\r\n\r\n--x--\r\n`,
  ],
  ["multipart/form-data; boundary=", ""],
  ["multipart/mixed; boundary=x", "--x--"],
  ["text/plain;charset=UTF-8", '["$F1"]'],
  ["text/plain;charset=UTF-8", '[{"$undefined":'],
  ["text/plain;charset=UTF-8", "[]"],
  ["text/x-component", "0:{}"],
  ["x", "x".repeat(20_000)],
];

/** Headers that somebody may send beside them, some as our own pages do. */
const HEADERS: ((ours: string, action: string) => Record<string, string>)[] = [
  () => ({}),
  (ours) => ({ origin: ours }),
  (ours) => ({ origin: ours, "sec-fetch-site": "same-origin" }),
  () => ({ origin: "https://evil.example", "sec-fetch-site": "cross-site" }),
  () => ({ origin: "\u00ff:// [" }),
  (ours) => ({ origin: ours, "next-action": "x" }),
  (ours) => ({ origin: ours, "next-action": "0".repeat(42) }),
  (ours) => ({ origin: ours, "next-action": "toString" }),
  (ours, action) => ({ origin: ours, "next-action": action }),
  (ours, action) => ({ origin: ours, "next-action": action, "x-action-forwarded": "1" }),
  (_, action) => ({ origin: "http://evil.example:99999", "next-action": action }),
  (ours, action) => ({ origin: ours, "next-action": action, rsc: "1", "next-router-state-tree": "%5B" }),
  () => ({ rsc: "1", "next-router-state-tree": "{", "next-url": "//[" }),
  () => ({ rsc: "1", "next-router-prefetch": "1", "next-router-segment-prefetch": "/%00" }),
  () => ({ cookie: "next-auth.callback-url=http://x:99999.evil/; next-auth.csrf-token=|||; a=%zz" }),
  () => ({ cookie: "next-auth.session-token=x.y; next-auth.session-token.9=z; =; ;" }),
  () => ({ "x-forwarded-host": "a b/[" }),
  () => ({ "x-forwarded-host": "x:99999", "x-forwarded-proto": "gopher", "x-forwarded-for": "<>" }),
  () => ({ "accept-encoding": "br;q=x", "accept-language": "*".repeat(500), accept: "x/", range: "bytes=9-1" }),
  () => ({ expect: "200-ok", upgrade: "h2c", "if-none-match": '"' }),
  () => ({ "next-resume": "1", "x-next-resume-state-length": "9", "x-now-route-matches": "1" }),
];

/** The same number for the same words each time: below `bound`. */
function drawn(words: string, bound: number): number {
  return createHash("sha256").update(words).digest().readUInt32BE() % bound;
}

/** Vietnamese, in words for people. */
const SENTENCE = /[ạảãầấậẩẫằắặẳẵẹẻẽềếệểễịỉĩọỏõồốộổỗờớợởỡụủũừứựửữỳỵỷỹđ].*\./;

type Knocked = { said: string; answer: Answer };

/** Knocks as all these do, a few at a time, each from an address of its own. */
async function all(knocks: (() => Promise<Knocked>)[]): Promise<Knocked[]> {
  const answers: Knocked[] = [];
  const next = async () => {
    for (let knock = knocks.shift(); knock; knock = knocks.shift()) answers.push(await knock());
  };
  await Promise.all(Array.from({ length: 8 }, next));
  return answers;
}

const broken = ({ answer: { status } }: Knocked) => status >= 500;
const told = ({ said, answer: { status, body } }: Knocked) => `${said} → ${status} ${body.toString().slice(0, 200)}`;

/** What browsers say who press for somebody else. */
function foreignTo(office: OwnSite): Record<string, string>[] {
  const other = { "sec-fetch-site": "cross-site", origin: ownOf(office) };
  return [other, { "sec-fetch-site": "same-site" }, { origin: `http://${office.host}` }, {}];
}

function ownOf(office: OwnSite): string {
  return `https://${office.host}`;
}

/** Each line of the log, without those of the start. */
function linesSince(log: string, begin: number): string[] {
  return log
    .slice(begin)
    .split("\n")
    .filter((line) => line !== "");
}

test("no request of anybody's, however broken, is answered as if we had failed, and none holds the log", async ({
  behindProxy,
  office,
  product,
}) => {
  test.slow();
  const cookie = await cookieOf(product, office.reporter.personId);
  const action = idOf("switchOff");
  const began = behindProxy.log().length;
  const knocks: (() => Promise<Knocked>)[] = [];
  for (const method of METHODS)
    for (const route of ADDRESSES)
      for (const who of ["stranger", "reporter"])
        for (const time of [1, 2]) {
          const said = `${method} ${route} by a ${who}, ${time}`;
          const [type, body] = BODIES[drawn(`${said} body`, BODIES.length)] ?? [];
          const more = HEADERS[drawn(`${said} headers`, HEADERS.length)]?.(ownOf(office), action) ?? {};
          const headers = {
            ...(who === "reporter" ? { cookie } : {}),
            ...(type === undefined ? {} : { "content-type": type }),
            ...more,
          };
          const from = `203.0.113.${drawn(said, 250)}`;
          const asked = { method, headers, from, ...(body === undefined ? {} : { body }) };
          knocks.push(async () => ({
            said: `${said}: ${JSON.stringify([headers, body])}`,
            answer: await behindProxy.knock(office, route, asked),
          }));
        }
  const answers = await all(knocks);
  expect(answers.filter(broken).map(told)).toEqual([]);
  const lines = linesSince(behindProxy.log(), began);
  for (const line of lines) {
    const said = { level: expect.stringMatching(/^(?:info|warn|error)$/), msg: expect.any(String) };
    expect(JSON.parse(line)).toMatchObject({ ...said, request: expect.stringMatching(/^[a-z2-9]{4}-[a-z2-9]{4}$/) });
  }
  expect(lines.filter((line) => /\p{Cc}/u.test(line) || Buffer.byteLength(line) > 4_096)).toEqual([]);
  expect(lines.length).toBeLessThan(answers.length / 20);
});

test("what a page cannot have sent is refused at its door, in a sentence", async ({ behindProxy, office, product }) => {
  const cookie = await cookieOf(product, office.reporter.personId);
  const knocks: (() => Promise<Knocked>)[] = [];
  const ids = ["", "x", "0".repeat(42), "\u00ff".repeat(42), "toString", idOf("switchOff")];
  for (const path of ["/login", "/desk", "/desk/people"])
    for (const id of [undefined, ...ids])
      for (const [type, body] of BODIES) {
        const headers = {
          ...{ cookie, origin: ownOf(office) },
          ...(id === undefined ? {} : { "next-action": id }),
          ...(type === undefined ? {} : { "content-type": type }),
        };
        knocks.push(async () => ({
          said: `${path} ${JSON.stringify([headers, body])}`,
          answer: await behindProxy.knock(office, path, {
            ...{ method: "POST", headers, from: "203.0.113.9" },
            ...(body === undefined ? {} : { body }),
          }),
        }));
      }
  // What can be read goes to the action, which does not find in it what it needs.
  const isRefused = ({ answer: { status, body } }: Knocked) =>
    (status >= 400 && status < 500 && SENTENCE.test(body.toString())) ||
    /"ok":false.*"sentence":"[^"]+\."/.test(body.toString());
  const answers = await all(knocks);
  expect(answers.filter((one) => !isRefused(one)).map(told)).toEqual([]);
});

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

test("nor does a route that changes something", async ({ behindProxy, office, product }) => {
  const cookie = await cookieOf(product, office.reporter.personId);
  const headers = { cookie, "content-type": "application/json" };
  // A reader's page is told nothing: a view that it did not send is not counted.
  const changing = ROUTES.filter(([address, method]) => method !== "GET" && address !== "/api/views");
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
      "next-action": idOf("startDocument"),
      "content-type": "text/plain;charset=UTF-8",
      accept: "text/x-component",
    },
    ...{ origin: ownOf(office), "sec-fetch-site": "same-origin" },
  };
  return behindProxy.knock(office, "/desk", { method: "POST", headers, body: '[{"kind":"article"}]' });
}

function idOf(name: string): string {
  const id = everyAction().find((action) => action.name === name)?.id;
  if (id === undefined) throw new Error(`There is no action ${name}.`);
  return id;
}

/** The code with which a route or an action says no. */
function refusalIn({ status, body }: Answer): string {
  return /"code":"([a-z_]+)"/.exec(body.toString())?.[1] ?? `status ${status}`;
}
