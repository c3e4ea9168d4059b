import { randomUUID } from "node:crypto";
import { ACTIONS, filledIn, PAGES, ROUTES } from "#features/edge/testing-ways-in.ts";
import { drafted } from "#features/moves/testing.ts";
import { everyAction } from "./fixtures/action-ids.ts";
import { type Answer, ask } from "./fixtures/ask.ts";
import type { Product } from "./fixtures/base.ts";
import { call, saidIn } from "./fixtures/by-name.ts";
import { everything } from "./fixtures/everything.ts";
import { aStream } from "./fixtures/live.ts";
import { expect, type OwnSite, test } from "./fixtures/office.ts";
import { aPerson, inDatabase } from "./fixtures/people.ts";
import { aSave } from "./fixtures/saves.ts";
import { cookieOf } from "./fixtures/sessions.ts";

type Actions = (typeof ACTIONS)[keyof typeof ACTIONS];
type Named<Of> = Of extends unknown ? Extract<keyof Of, string> : never;
type StaffRoute = Extract<(typeof ROUTES)[number], readonly [string, string, "staffRoute"]>;

type NameOf<Route> = Route extends readonly [infer Address extends string, infer Method extends string, string]
  ? `${Method} ${Address}`
  : never;

const actions = Object.values(ACTIONS).flatMap((one) => Object.entries(one) as [Named<Actions>, string][]);
const staffActions = actions.filter(([, guard]) => guard === "staffAction").map(([name]) => name);
const staffRoutes = ROUTES.filter((route): route is StaffRoute => route[2] === "staffRoute");
const staffPages = Object.entries(PAGES).flatMap(([address, who]) => (who === "staff" ? [address] : []));

test("whoever has no session, or whose session has ended, comes in nowhere", async ({ product, office }) => {
  const id = await drafted(office);
  const before = await everything(product, office.siteId);
  for (const [who, cookie] of [
    ["nobody", undefined],
    ["somebody who has signed out", await cookieThatEnded(product, office)],
  ] as const) {
    for (const [address, method] of staffRoutes) {
      const answer = await knock(office, filledIn(address, id), { method, ...(cookie && { cookie }) });
      const code = method === "HEAD" ? undefined : "signed_out";
      expect([who, method, address, answer.status, codeIn(answer)]).toEqual([who, method, address, 401, code]);
    }
    for (const address of staffPages) {
      const { status, headers } = await knock(office, filledIn(address, id), { ...(cookie && { cookie }) });
      const to = new URL(headers.location ?? "/", office.url);
      expect([who, address, status, to.pathname]).toEqual([who, address, 307, "/login"]);
    }
    for (const name of staffActions) {
      const said = await pressed(office, name, {}, cookie);
      expect([who, name, said]).toEqual([who, name, "signed_out"]);
    }
  }
  expect(await everything(product, office.siteId)).toEqual(before);
});

type Tried = { query?: string; body?: object; expected: string };

/** With what each route of staff is tried, and what it answers somebody with no role: their own, and of others nothing. */
const ROUTES_WITHOUT_ROLE: Record<NameOf<StaffRoute>, (personId: number, mark: string) => Tried> = {
  "GET /api/changes": (_, mark) => ({ query: `?since=${mark}`, expected: '200 {"changed":false}' }),
  "GET /api/changes/[documentId]": () => ({ query: "?seq=0", expected: "404 not_found" }),
  "GET /api/drafts/[documentId]": () => ({ expected: "404 not_found" }),
  "PUT /api/drafts/[documentId]": () => ({ body: aSave(1, {}), expected: "404 not_found" }),
  // What it tells is looked at below: it would go on.
  "GET /api/live": () => ({ query: "?document=0", expected: "400 bad_input" }),
  "GET /api/live-articles": () => ({ query: "?words=sen", expected: "403 not_allowed" }),
  "GET /api/files": () => ({ query: "?words=sen", expected: "403 not_allowed" }),
  "GET /api/files/[sha256]": () => ({ expected: "404 not_found" }),
  "GET /api/files/[sha256]/[picture]": () => ({ expected: "404 not_found" }),
  "GET /api/files/[sha256]/original": () => ({ expected: "404 not_found" }),
  "POST /api/phones": () => ({ expected: "403 not_allowed" }),
  "GET /api/phones/[id]": () => ({ expected: "404 not_found" }),
  "DELETE /api/phones/[id]": () => ({ expected: "200 null" }),
  "POST /api/uploads": () => ({ expected: "403 not_allowed" }),
  "DELETE /api/uploads/[id]": () => ({ expected: "403 not_allowed" }),
  "HEAD /api/uploads/[id]": () => ({ expected: "403 " }),
  "PATCH /api/uploads/[id]": () => ({ expected: "403 not_allowed" }),
  "POST /api/journal-key": (personId) => ({ body: { browser: randomUUID(), by: personId }, expected: "200 key" }),
};

/** With what each action of staff is tried, and how it says no to somebody with no role. */
const ACTIONS_WITHOUT_ROLE = ({ id, personId, waits }: { id: number; personId: number; waits: number }) =>
  ({
    agreeToSectionName: [{ sectionId: "1", base: "0" }, "not_found"],
    dropSectionName: [{ sectionId: "1", base: "0" }, "not_found"],
    proposeSectionName: [{ sectionId: "1", base: "0", name: "Mục của người lạ", slug: "" }, "not_found"],
    agree: [{ about: "role", id: waits }, "not_allowed"],
    answerQuestion: [{ question: "1" }, "not_found"],
    askToErase: [{ sha256: "0".repeat(64), reason: "Tôi muốn thế" }, "not_allowed"],
    binFile: [{ sha256: "0".repeat(64) }, "not_allowed"],
    binManyFiles: [{ fileId: "1" }, "not_allowed"],
    cancelFrontChoice: [{ sectionId: "", base: "0", over: "0", by: personId, number: "1" }, "not_allowed"],
    changeFileRights: [{ sha256: "0".repeat(64), version: "0", ai: "none" }, "not_allowed"],
    changeFileWords: [
      {
        sha256: "0".repeat(64),
        version: "0",
        caption: "",
        credit: "",
        alt: "",
        creator: "",
        copyright: "",
        keywords: "",
      },
      "not_allowed",
    ],
    changeManyFiles: [{ chosen: "1.0.0", credit: "Kẻ lạ", keywords: "" }, "not_allowed"],
    changePassword: [{ present: "đoán mò", password: "con mèo mướp thích ngủ" }, "not_allowed"],
    chooseFrontAgain: [{ sectionId: "", base: "0", over: "0", by: personId, number: "1" }, "not_allowed"],
    chooseForTopic: [{ topic: String(id), article: String(id), choice: "added" }, "not_found"],
    beginEnglish: [{ original: String(id) }, "not_allowed"],
    // Which mail they want is their own to say.
    chooseMail: [{ wanted: [] }, "yes"],
    closeQuestion: [{ question: "1", reason: "elsewhere" }, "not_found"],
    collectFiles: [{ fileId: "1", name: "Bộ của người lạ" }, "not_allowed"],
    confirmBatch: [{ batchId: 1, digest: "x" }, "not_found"],
    dropCollection: [{ collectionId: "1" }, "not_allowed"],
    endRole: [{ grantId: 1 }, "not_allowed"],
    eraseFile: [{ sha256: "0".repeat(64) }, "not_allowed"],
    // They are told of nothing but what readers have.
    findFrontArticles: [{ words: "không có ở đâu" }, "yes"],
    giveJobUp: [{ job: "forget_old", id: randomUUID() }, "not_allowed"],
    giveRole: [{ personId, role: "reporter", sectionId: "" }, "not_allowed"],
    giveQuestion: [{ question: "1", person: personId }, "not_found"],
    hideFile: [{ sha256: "0".repeat(64), reason: "Tôi muốn thế" }, "not_allowed"],
    invite: [{ name: "Kẻ Lạ", email: "ke-la@e2e.example", role: "reporter", sectionId: "" }, "not_allowed"],
    lastSaidRights: [{}, "not_allowed"],
    letMacrosIn: [{ sha256: "0".repeat(64) }, "not_allowed"],
    findPapers: [{ words: "quy chế" }, "not_allowed"],
    makeTag: [{ name: "Chủ đề của người lạ" }, "not_allowed"],
    moveArticle: [
      {
        sectionId: "",
        base: "0",
        over: "0",
        by: personId,
        from: "",
        band: "lead",
        slot: "0",
        article: "1",
        toBand: "lead",
        toSlot: "1",
      },
      "not_allowed",
    ],
    object: [{ about: "role", id: waits }, "not_allowed"],
    pinArticle: [
      { sectionId: "", base: "0", over: "0", by: personId, from: "", band: "lead", slot: "0", article: "1", until: "" },
      "not_allowed",
    ],
    press: [{ documentId: String(id), press: "discard" }, "not_found"],
    // They were told nothing, and put nothing away.
    putAway: [{ ids: [1] }, "yes"],
    renameCollection: [{ collectionId: "1", name: "Bộ của người lạ" }, "not_allowed"],
    reopenQuestion: [{ question: "1" }, "not_found"],
    replaceFile: [{ sha256: "0".repeat(64), next: "1".repeat(64), documentId: id }, "not_allowed"],
    resetWayIn: [{ personId: 1 }, "not_allowed"],
    restoreFile: [{ sha256: "0".repeat(64) }, "not_allowed"],
    restoreVersion: [{ documentId: id, revisionId: 1, by: "" }, "not_found"],
    sayRightsOfSet: [{ chosen: `${"0".repeat(64)}.0`, licence: "own" }, "not_allowed"],
    showAsker: [{ question: "1" }, "not_found"],
    showFileAgain: [{ sha256: "0".repeat(64) }, "not_allowed"],
    startDocument: [{ kind: "article" }, "not_allowed"],
    switchOff: [{ personId: 1 }, "not_allowed"],
    switchOn: [{ personId: 1 }, "not_allowed"],
    takeFilesOut: [{ fileId: "1", collectionId: "1" }, "not_allowed"],
    takeOut: [{ batchId: 1, documentId: id, reason: "other", words: "Xem lại." }, "not_found"],
    tryCutAgain: [{ sha256: "0".repeat(64), cut: "0-0-0-5000-10000" }, "not_allowed"],
    tryFileAgain: [{ sha256: "0".repeat(64) }, "not_allowed"],
    tryJobAgain: [{ job: "forget_old", id: randomUUID() }, "not_allowed"],
    withdrawErasure: [{ sha256: "0".repeat(64) }, "not_allowed"],
    undoFrontChoice: [{ sectionId: "", base: "0", over: "0", by: personId }, "not_allowed"],
    unpinArticle: [
      { sectionId: "", base: "0", over: "0", by: personId, from: "", band: "lead", slot: "0" },
      "not_allowed",
    ],
    verifyNow: [{}, "not_allowed"],
  }) as const satisfies Partial<Record<Named<Actions>, readonly [object, string]>>;

test("whoever is signed in and has no role gets nothing of others, and changes nothing", async ({
  product,
  office,
}) => {
  const [{ mark }] = await inDatabase(product, "select pg_current_snapshot()::text as mark");
  const id = await drafted(office);
  const personId = await somebodyWithoutRole(product);
  const cookie = await cookieOf(product, personId);
  const before = await everything(product, office.siteId);
  for (const [address, method] of staffRoutes) {
    const route = `${method} ${address}` as NameOf<StaffRoute>;
    const { query = "", body, expected } = ROUTES_WITHOUT_ROLE[route](personId, mark);
    const answer = await knock(office, filledIn(address, id) + query, { method, cookie, ...(body && { body }) });
    expect([route, briefly(answer)]).toEqual([route, expected]);
  }
  const stream = await aStream(office.host, cookie, id);
  await expect.poll(stream.heard).toEqual(["ready"]);
  stream.leave();

  const tries = ACTIONS_WITHOUT_ROLE({ id, personId, waits: await aRoleThatWaits(product, office) });
  expect(Object.keys(tries).sort()).toEqual([...staffActions].sort());
  const said: Record<string, string> = {};
  for (const [name, [fields]] of Object.entries(tries)) said[name] = await pressed(office, name, fields, cookie);
  expect(said).toEqual(Object.fromEntries(Object.entries(tries).map(([name, [, no]]) => [name, no])));

  for (const address of staffPages) {
    const { status, body } = await knock(office, filledIn(address, id), { cookie });
    const isOneThing = /\[(?:id|place|\.\.\.path)\]/.test(address);
    expect([address, status, body.includes("Khai mạc")]).toEqual([address, isOneThing ? 404 : 200, false]);
  }
  expect(await everything(product, office.siteId)).toEqual(before);
});

test("whoever holds no secret of ours opens nothing with one that they made up", async ({ office }) => {
  const held = actions.filter(([, guard]) => guard === "tokenAction").map(([name]) => name);
  expect(held).not.toEqual([]);
  for (const name of held)
    for (const [fields, no] of [
      [{ token: randomUUID(), password: "con mèo mướp thích ngủ" }, "not_found"],
      [{ password: "con mèo mướp thích ngủ" }, "bad_input"],
    ] as const)
      expect([name, await pressed(office, name, fields, undefined, "/login/one-time")]).toEqual([name, no]);
});

/** Presses a button on a page that has it. */
async function pressed(
  { host }: OwnSite,
  name: string,
  fields: object,
  cookie?: string,
  path = everyAction().find((action) => action.name === name)?.path ?? "/desk",
): Promise<string> {
  return saidIn(await call(name, { ...fields }, { host, path, ...(cookie && { cookie }) }));
}

type Knock = { method?: string; cookie?: string; body?: object };

/** A request as a page of ours sends it. */
function knock({ host, url }: OwnSite, path: string, { method = "GET", cookie, body }: Knock): Promise<Answer> {
  const headers = {
    origin: url,
    ...(cookie && { cookie }),
    ...(hasBody(method) && { "content-type": "application/json" }),
  };
  return ask(host, path, { method, headers, ...(hasBody(method) && { body: JSON.stringify(body ?? {}) }) });
}

const hasBody = (method: string) => ["POST", "PUT", "PATCH"].includes(method);

const codeIn = ({ body }: Answer) => /"code":"([a-z_]+)"/.exec(body.toString())?.[1];

/** The status, and the code of a "no" or what was given. */
function briefly(answer: Answer): string {
  const said = answer.body.toString();
  return `${answer.status} ${codeIn(answer) ?? (/"key":"[^"]+"/.test(said) ? "key" : said)}`;
}

async function cookieThatEnded(product: Product, office: OwnSite): Promise<string> {
  const { id } = await aPerson(product, "approver", office.siteId);
  const cookie = await cookieOf(product, id);
  const sql = "update sessions set ended_at = now(), ended_because = 'signed_out' where person_id = $1";
  await inDatabase(product, sql, [id]);
  return cookie;
}

/** An approver's, until somebody agrees to it. */
async function aRoleThatWaits(product: Product, { siteId, admin }: OwnSite): Promise<number> {
  const sql = `insert into grants (person_id, site_id, role, given_by, effective_from)
    values ($1, $2, 'approver', $3, now() + interval '1 day') returning id`;
  const [{ id }] = await inDatabase(product, sql, [await somebodyWithoutRole(product), siteId, admin.personId]);
  return id;
}

async function somebodyWithoutRole(product: Product): Promise<number> {
  const sql = "insert into people (email, name) values ($1, 'Lý Thông') returning id";
  const [{ id }] = await inDatabase(product, sql, [`${randomUUID()}@e2e.example`]);
  return id;
}
