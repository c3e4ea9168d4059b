import { Agent, request } from "node:http";
import { connect, type Socket } from "node:net";
import { drafted, published } from "#features/moves/testing.ts";
import { ask } from "./fixtures/ask.ts";
import { test as behind, expect as behindExpect } from "./fixtures/behind-proxy.ts";
import { expect, test } from "./fixtures/office.ts";

const MANY = Array.from({ length: 250 }, (_, at) => `a${at}=${at}`).join("&");

/** Queries that nobody's browser has made, for whatever reads one. */
const QUERIES = [
  ...["q=%00", "q=%ff", "q=%c0%af", "q=%ed%a0%80", "q=%zz", "q=%", "q[]=1", "q=1&q=2", "%00=1", "q", "=", "&&&", MANY],
  ...["q=%27%3B%20drop%20table%20documents%3B--", "q=%22%22%22", "q=-", "q=%28%28%28", "q=%7Bq%7D", "q=%E2%80%AE"],
  ...["q=a&trang=0", "q=a&trang=-1", "q=a&trang=1e9", "q=a&trang=99999999999999999999", "q=a&trang=%00", "q=a&nam=%00"],
  ...["q=a&chuyen-muc=%00", "q=a&loai=__proto__", "q=a&nam=99999", "after=%00", "after=1e9", "after=-1", "section=%00"],
  ...["after=99999999999999999999", `q=${"%E1%BB%87".repeat(200)}`],
];
const READ_QUERIES = ["/tim-kiem", "/api/v1/articles", "/api/suggestions", "/", "/khong-co", "/rss.xml"];

test("no query, however it is forged, is answered as if we had failed", async ({ office }) => {
  test.slow();
  for (const path of READ_QUERIES) {
    for (const query of QUERIES) {
      // One address may ask for ten searches a second: whoever asks faster is told so, which is an answer as well.
      const { status } = await ask(office.host, `${path}?${query}`, { headers: { host: office.host } });
      expect([path, query, status < 500 || status === 503]).toEqual([path, query, true]);
      expect([path, query, status]).not.toEqual([path, query, 500]);
    }
  }
  const tenThousand = Array.from({ length: 10_000 }, (_, at) => `a${at}`).join("&");
  for (const path of ["/", "/tim-kiem"])
    expect((await ask(office.host, `${path}?${tenThousand.slice(0, 8_000)}`)).status).toBe(414);
  expect((await ask(office.host, `/?${tenThousand}`)).status).toBe(431);
});

test("a name that is not ours gets the page of the first site, and no word of it in any address", async ({
  product,
}) => {
  const { port } = new URL(product.url);
  for (const host of [
    "evil.example",
    "evil.example:1",
    "[2001:db8::7]",
    "khong co",
    "x".repeat(300),
    "%00",
    "../etc/x",
    "<script>x",
  ]) {
    const { status, body, headers } = await ask(`localhost:${port}`, "/", { headers: { host } });
    expect([host, status === 200 || status === 400]).toEqual([host, true]);
    expect(body.toString() + JSON.stringify(headers)).not.toContain(host);
  }
});

/** Sends a body all the same, over a connection that is used again. */
function post(host: string, path: string, size: number, agent: Agent): Promise<number> {
  const [, port] = host.split(":");
  return new Promise((resolve, reject) => {
    const headers = { host, "content-length": size, "content-type": "text/plain" };
    const asked = request({ host: "127.0.0.1", port, path, method: "POST", agent, headers });
    asked.on("error", reject);
    asked.on("response", (response) => response.resume().on("end", () => resolve(response.statusCode ?? 0)));
    asked.end(Buffer.alloc(size, "a"));
  });
}

test("whoever sends a body where only reading is, is told so each time, however long it is", async ({ office }) => {
  const agent = new Agent({ keepAlive: true, maxSockets: 4 });
  const id = await published(office);
  for (const path of ["/", `/x/x-${id}`, "/khong-co", "/tim-kiem?q=a", "/rss.xml", "/favicon.ico", "/_tep/x"]) {
    for (const size of [0, 1, 70_000, 2_000_000]) {
      const all = await Promise.all(Array.from({ length: 8 }, () => post(office.host, path, size, agent)));
      expect([path, size, [...new Set(all)]]).toEqual([path, size, [405]]);
    }
  }
  agent.destroy();
});

test("an answer whether an article was useful is one of two words of a live article, and nothing else", async ({
  office,
}) => {
  const [id, draft] = [await published(office), await drafted(office)];
  const said = async (body: string, type = "application/x-www-form-urlencoded") => {
    const headers = { "content-type": type, "content-length": String(Buffer.byteLength(body)), origin: office.url };
    return (await ask(office.host, "/api/useful", { method: "POST", headers, body })).status;
  };
  const forged: readonly [body: string, status: number][] = [
    ["", 400],
    ["article", 400],
    [`article=${id}`, 400],
    [`article=${id}&useful=maybe`, 400],
    ["article=%00&useful=yes", 400],
    ["article=1e9&useful=yes", 400],
    [`article=0x${id.toString(16)}&useful=yes`, 400],
    ["article=99999999999999999999&useful=yes", 400],
    [`article=${id}&useful=yes&useful=no`, 400],
    [`article=${id}&useful=yes&x=${"a".repeat(900)}`, 400],
    [`article=${id}&useful=yes&x=${"a".repeat(9_000)}`, 413],
    [`article[]=${id}&useful=yes`, 400],
    ["__proto__=1&useful=yes", 400],
    ["%ff=%ff", 400],
    [`article=${id}'--&useful=yes`, 400],
    [`article=${draft}&useful=yes`, 404],
    ["article=999999999&useful=yes", 404],
  ];
  for (const [body, status] of forged) expect([body, await said(body)]).toEqual([body, status]);
  for (const type of ["application/json", "text/plain", "multipart/form-data; boundary=x", "multipart/form-data"]) {
    for (const body of ["{", "null", "--x\r\n", "--x--", `article=${id}&useful=yes`])
      expect([type, body, await said(body, type)]).toEqual([type, body, 400]);
  }
  expect(await said(`article=${id}&useful=yes`)).toBe(303);
});

behind(
  "two thousand connections that say nothing, or never end what they say, take nobody's answer away",
  async ({ office, behindProxy }) => {
    await published(office);
    const half = (at: number) => (at % 2 === 0 ? "" : `GET /khong-co-${at} HTTP/1.1\r\nHost: 10.0.0.1\r\nX-Slow: `);
    const asks = ["/", "/dang-doan-the", "/khong-co", "/api/health"];
    // From an address that nobody else asks from: what is told to it is of these connections alone.
    const answers = () =>
      Promise.all(asks.map(async (path) => (await behindProxy.knock(office, path, { from: "203.0.113.61" })).status));
    await behindExpect.poll(answers).toEqual([200, 200, 404, 200]);
    const opened = await Promise.all(
      Array.from(
        { length: 2_000 },
        (_, at) =>
          new Promise<Socket>((resolve, reject) => {
            const socket = connect(behindProxy.port, "127.0.0.1", () => {
              socket.write(half(at));
              resolve(socket);
            });
            socket.on("error", reject);
          }),
      ),
    );
    try {
      behindExpect(await answers()).toEqual([200, 200, 404, 200]);
    } finally {
      for (const socket of opened) {
        socket.removeAllListeners("error").on("error", () => undefined);
        socket.destroy();
      }
    }
  },
);

behind(
  "who searches three hundred times at once is asked to wait, and nobody else is",
  async ({ office, behindProxy }) => {
    const id = await published(office, { headline: "Hội thao giữa ba trăm lượt tìm" });
    const search = (from: string, at: number) => behindProxy.knock(office, `/tim-kiem?q=hoi+thao+${at}`, { from });
    await behindExpect.poll(async () => (await behindProxy.knock(office, `/x/x-${id}`)).status).toBe(308);
    const began = performance.now();
    const flood = Promise.all(Array.from({ length: 300 }, (_, at) => search("198.51.100.9", at)));
    const [page, other] = await Promise.all([behindProxy.knock(office, "/tin-tuc"), search("203.0.113.50", 1)]);
    behindExpect([page.status, other.status === 200 || other.status === 503]).toEqual([200, true]);
    const statuses = (await flood).map(({ status }) => status);
    // Sixty at once, and ten more with each second that it took (`searches` in server/main.ts).
    const admitted = 60 + 10 * Math.ceil((performance.now() - began) / 1000);
    behindExpect(statuses.filter((status) => status === 429).length).toBeGreaterThanOrEqual(300 - admitted);
    behindExpect(statuses).toContain(429);
    behindExpect(statuses.filter((status) => ![200, 429, 503].includes(status))).toEqual([]);
  },
);

behind(
  "robots that fetch a page for a chat get the same page, with what a link is shown by",
  async ({ office, behindProxy }) => {
    const id = await published(office);
    const path = `/dang-doan-the/khai-mac-hoi-thao-phuong-${id}`;
    const robots = [
      "facebookexternalhit/1.1",
      "ZaloPC-win32-24v610",
      "TelegramBot (like TwitterBot)",
      "Twitterbot/1.0",
      "",
    ];
    await behindExpect.poll(async () => (await behindProxy.knock(office, path)).status).toBe(200);
    const plain = (await behindProxy.knock(office, path)).body.toString();
    for (const robot of robots) {
      const { status, body } = await behindProxy.knock(office, path, { headers: { "user-agent": robot } });
      behindExpect([robot, status, body.toString() === plain]).toEqual([robot, 200, true]);
      // They ask for a head first, and for a part of it.
      const headed = await behindProxy.knock(office, path, { method: "HEAD", headers: { "user-agent": robot } });
      const part = await behindProxy.knock(office, path, { headers: { "user-agent": robot, range: "bytes=0-32767" } });
      behindExpect([robot, headed.status, part.status]).toEqual([robot, 200, 200]);
    }
    behindExpect(plain).toMatch(/<meta property="og:title" content="Khai mạc hội thao phường"/);
  },
);
