import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { askPath } from "#features/addresses/questions.ts";
import type { Site } from "#features/reading/types.ts";
import { makeForms } from "./forms.ts";
import { makeThrottle } from "./throttle.ts";

const SITE = { id: 1, key: "sen-ho", host: null } as Site;
const slow = (burst: number) => makeThrottle({ burst, perSecond: 1e-9 });
const open = slow(1_000);

/** A site's form behind its throttles: what is sent is taken wherever these admit it. */
async function aForm(
  throttles: Partial<Pick<Parameters<typeof makeForms>[0], "emptyForms" | "questions" | "throttle">>,
  ofSite = 60,
  others: Partial<Pick<Parameters<typeof makeForms>[0], "ask" | "draw" | "hadDatabaseSince">> = {},
) {
  const forms = makeForms({
    ...{ throttle: open, emptyForms: open, questions: open, codes: open, ...throttles },
    questionsOfSite: slow(ofSite),
    sites: { of: () => SITE },
    find: async () => ({ kind: "ask" }) as never,
    ask: async (_site, _fields, admits) =>
      admits()
        ? { form: "ask", code: "K7QF-02XM-9TWD" }
        : { form: "ask", code: null, typed: {} as never, problems: {}, refused: "busy" },
    lookUp: async () => ({ form: "look_up", typed: "", found: null }),
    draw: async () => ({ status: 200, type: "text/html; charset=utf-8", body: Buffer.from("<p>Gửi</p>") }),
    hadDatabaseSince: () => true,
    headersForAll: {},
    fontsAhead: "",
    ...others,
  });
  let from = "203.0.113.7";
  const server = createServer((request, response) => void forms(request, response, from)).listen(0);
  onTestFinished(() => void server.close());
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const get = async () => (await fetch(url + askPath)).status;
  const sent = (body: string, site = "same-origin", type = "application/x-www-form-urlencoded") =>
    fetch(url + askPath, { method: "POST", headers: { "sec-fetch-site": site, "content-type": type }, body });
  const send = async (address: string) => {
    from = address;
    return (await sent("ve-viec=a")).status;
  };
  return { get, send, sent };
}

test("empty forms are counted for themselves, and what somebody sends is not counted with them", async () => {
  const { get, send } = await aForm({ emptyForms: slow(2) });
  expect([await get(), await get(), await get()]).toEqual([200, 200, 429]);
  expect(await send("203.0.113.7")).toBe(200);
});

test("where a site takes no more, nobody loses a token of their own", async () => {
  const questions = slow(2);
  const { send } = await aForm({ questions }, 1);
  expect(await send("203.0.113.7")).toBe(200);
  for (let at = 0; at < 5; at += 1) expect(await send("203.0.113.8")).toBe(429);
  expect([questions.admits("203.0.113.8"), questions.admits("203.0.113.8")]).toEqual([true, true]);
});

test("one address that asks too much takes nothing from the site", async () => {
  const { send } = await aForm({ questions: slow(1) }, 2);
  expect(await send("203.0.113.7")).toBe(200);
  for (let at = 0; at < 5; at += 1) expect(await send("203.0.113.7")).toBe(429);
  expect(await send("203.0.113.8")).toBe(200);
});

const said = async (answer: Response) => [answer.status, await answer.text()] as const;

test("where the database went in the middle, whoever asks is told that sending it again is one question", async () => {
  const { sent, get } = await aForm({}, 60, {
    ask: () => Promise.reject(new Error("Connection terminated unexpectedly")),
    hadDatabaseSince: () => false,
  });
  const answer = await sent("ve-viec=a");
  expect(answer.headers.get("retry-after")).toBe("10");
  expect(answer.headers.get("cache-control")).toBe("no-store");
  expect(await said(answer)).toEqual([503, expect.stringContaining("gửi hai lần vẫn là một câu hỏi")]);
  expect(await get()).toBe(200);
});

test("where a question was kept and its answer cannot be drawn, whoever asks is told the same", async () => {
  const { sent } = await aForm({}, 60, {
    draw: () => Promise.reject(new Error("Next answered 500")),
    hadDatabaseSince: () => true,
  });
  const answer = await sent("ve-viec=a");
  expect(answer.headers.get("cache-control")).toBe("no-store");
  expect(await said(answer)).toEqual([500, expect.stringContaining("gửi hai lần vẫn là một câu hỏi")]);
});

test("what is sent in another way than the form does is told that nothing was kept, and not of an address", async () => {
  const { sent } = await aForm({});
  const nothing = [400, expect.stringContaining("chưa có gì được nhận")];
  expect(await said(await sent("ve-viec=a&ve-viec=b"))).toEqual(nothing);
  expect(await said(await sent("ve-viec=a", "same-origin", "text/plain"))).toEqual(nothing);
});

test("what is refused before it is read says so in words of the form, and never of the desk", async () => {
  const { sent } = await aForm({});
  expect(await said(await sent("x".repeat(70_000)))).toEqual([413, expect.stringContaining("64 KB")]);
  const [status, page] = await said(await sent("ve-viec=a", "cross-site"));
  expect([status, page.includes("Trang biên tập")]).toEqual([403, false]);
  const slowed = await aForm({ throttle: slow(0) });
  expect(await said(await slowed.sent("ve-viec=a"))).toEqual([429, expect.stringContaining("được gửi lại")]);
});
