import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { database } from "#db/client.ts";
import { redirects } from "#db/schema/publishing.ts";
import { sealed } from "#db/seal.ts";
import { carryOut, start } from "#features/moves/commands.ts";
import { published } from "#features/moves/testing.ts";
import { type Answer, type Asked, ask as askHost } from "./fixtures/ask.ts";
import { expect, type OwnSite, test } from "./fixtures/office.ts";

const ask = (site: OwnSite, path: string, asked?: Asked) => askHost(site.host, path, asked);
const statusOf = async (site: OwnSite, path: string, asked?: Asked) => (await ask(site, path, asked)).status;

test("an article has one address, and every other spelling leads there for good", async ({ office }) => {
  const id = await published(office);
  const address = `/dang-doan-the/khai-mac-hoi-thao-phuong-${id}`;
  await expect.poll(() => statusOf(office, address)).toBe(200);
  for (const path of [
    `/x/${id}`,
    `/tin-tuc/khac-${id}`,
    `${address}/`,
    `${address}.`,
    `${address}%20`,
    `/${address}`,
    address.toUpperCase(),
    address.replace("khai", "%6bhai"),
  ]) {
    const { status, headers } = await ask(office, path);
    expect([path, status, headers.location]).toEqual([path, 308, address]);
  }
  expect((await ask(office, `${address}?utm_source=zalo&fbclid=x`)).status).toBe(200);
});

test("what is hidden says 503, what is withdrawn 410, and what was never there 404, each with a whole page", async ({
  office,
}) => {
  const id = await published(office);
  const draft = await start(office.reporter, "article");
  const path = `/dang-doan-the/khai-mac-hoi-thao-phuong-${id}`;
  await expect.poll(() => statusOf(office, path)).toBe(200);

  await carryOut(office.editor, "hide", id, { reason: "Chờ kiểm tra số liệu" });
  await expect.poll(() => statusOf(office, path), { intervals: [50] }).toBe(503);
  const hidden = await ask(office, path);
  expect(hidden.headers["retry-after"]).toBe("3600");
  expect(hidden.body.toString()).not.toContain("Chờ kiểm tra số liệu");
  expect(hidden.body.toString()).toContain("Mời bạn đọc quay lại sau.");

  await carryOut(office.approver, "withdraw", id, { reason: "error" });
  await expect.poll(() => statusOf(office, path), { intervals: [50] }).toBe(410);
  const gone = (await ask(office, path)).body.toString();
  expect(gone).toMatch(
    /Bài “Khai mạc hội thao phường” đã được gỡ ngày \d{1,2}\/\d{1,2}\/\d{4}\. Lý do: bài viết có sai sót\./,
  );
  expect(hidden.body.toString()).not.toContain("Khai mạc hội thao");
  for (const notice of [hidden.body.toString(), gone]) {
    expect(notice).toContain('<meta name="robots" content="noindex"/>');
  }

  const emptied = await ask(office, "/dang-doan-the");
  expect(emptied.status).toBe(200);
  expect(emptied.body.toString()).toContain("Hiện không có bài viết nào trong chuyên mục này.");
  expect(emptied.body.toString()).toMatch(/<a href="\/tin-tuc"[^>]*>Tin tức<\/a>/);

  for (const unknown of ["/khong-co", `/tin-tuc/x-${draft}`, "/tin-tuc/trang/2", "/-/unknown", `/a/b/c-${id}`]) {
    const answer = await ask(office, unknown);
    expect([unknown, answer.status]).toEqual([unknown, 404]);
    expect(answer.body.toString()).toContain("<h1");
    expect(answer.headers["cache-control"]).toBe("no-store");
  }
});

test("a section goes on at an address of its own for each page, and every page says which it is", async ({
  office,
}) => {
  test.slow();
  for (let at = 1; at <= 21; at += 1) await published(office, { headline: `Hội thao ngày thứ ${at}` });
  const page = async (path: string) => (await ask(office, path)).body.toString();
  await expect.poll(() => page("/dang-doan-the")).toContain("Hội thao ngày thứ 21<");
  const [first, second] = [await page("/dang-doan-the"), await page("/dang-doan-the/trang/2")];
  const headlines = (html: string) => [...html.matchAll(/Hội thao ngày thứ (\d+)</g)].map(([, at]) => Number(at));
  expect(headlines(first)).toEqual(Array.from({ length: 20 }, (_, at) => 21 - at));
  expect(headlines(second)).toEqual([1]);
  expect(first).toMatch(/<a href="\/dang-doan-the\/trang\/2" rel="next">/);
  expect(second).toMatch(/<a href="\/dang-doan-the" rel="prev">/);
  expect(second).toMatch(/<link rel="canonical" href="[^"]+\/dang-doan-the\/trang\/2"\/>/);
  expect(second).toMatch(/<title>[^<]*Trang 2 trên 2/);
  const moved = await ask(office, "/dang-doan-the/trang/1");
  expect([moved.status, moved.headers.location]).toEqual([308, "/dang-doan-the"]);
  expect(await statusOf(office, "/dang-doan-the/trang/3")).toBe(404);
});

test("an older system's address leads on, its query read as part of it", async ({ office }) => {
  const id = await published(office);
  for (const fromPath of ["/?nid=7", "/Tin/Bai.aspx?id=7"]) {
    const redirect = sealed(redirects, { siteId: office.siteId, fromPath, toDocumentId: id });
    await database().insert(redirects).values(redirect);
  }
  const address = `/dang-doan-the/khai-mac-hoi-thao-phuong-${id}`;
  expect(await statusOf(office, "/")).toBe(200);
  for (const path of ["/?nid=7", "/?utm_source=x&nid=7", "/Tin/Bai.aspx?id=7"]) {
    const { status, headers } = await ask(office, path);
    expect([path, status, headers.location]).toEqual([path, 308, address]);
  }
  expect(await statusOf(office, "/?nid=8")).toBe(200);
  expect(await statusOf(office, "/Tin/Bai.aspx?id=8")).toBe(404);
});

test("a browser finds the icon where it looks first, and where the page says", async ({ office }) => {
  const icon = await ask(office, "/favicon.ico");
  expect([icon.status, icon.headers["content-type"]]).toEqual([200, "image/x-icon"]);
  expect(icon.body.subarray(0, 4)).toEqual(Buffer.from([0, 0, 1, 0]));
  expect(icon.body.length).toBeLessThan(1_000);
  for (const path of ["/", "/khong-co", "/login"])
    expect((await ask(office, path)).body.toString()).toMatch(/<link rel="icon" href="\/favicon\.ico"/);
});

test("garbage in an address is refused cleanly", async ({ office }) => {
  for (const path of ["/%", "/%zz", "/%ff", "/%c0%af", "/a%00b", "/%0d%0aX:y", "/../etc/passwd", "/%2e%2e/x", "/a%5cb"])
    expect([path, await statusOf(office, path)]).toEqual([path, 400]);
  expect(await statusOf(office, `/${"a".repeat(3_000)}`)).toBe(414);
  for (const path of ["/_next/x.js", "/_next/image?url=%2Ficon.svg&w=64&q=75", "/_next/static/../server/app.js"])
    expect([path, [400, 404].includes(await statusOf(office, path))]).toEqual([path, true]);
  expect((await ask(office, "//evil.example/")).headers.location ?? "/").toMatch(/^\/(?!\/)/);
});

test("reader pages are for reading", async ({ office }) => {
  for (const method of ["POST", "PUT", "DELETE", "OPTIONS"]) {
    const { status, headers } = await ask(office, "/", { method });
    expect([method, status, headers.allow]).toEqual([method, 405, "GET, HEAD"]);
  }
  const [got, headed] = [await ask(office, "/"), await ask(office, "/", { method: "HEAD" })];
  expect(headed).toMatchObject({ status: 200, body: Buffer.alloc(0) });
  expect(headed.headers.etag).toBe(got.headers.etag);
  expect(headed.headers["content-length"]).toBe(String(got.body.length));
});

test("a page is the same in every encoding, and not sent to whom has it", async ({ office }) => {
  const plain = await ask(office, "/");
  const gzip = await ask(office, "/", { headers: { "accept-encoding": "gzip, deflate" } });
  const br = await ask(office, "/", { headers: { "accept-encoding": "gzip, deflate, br" } });
  expect([gzip.headers["content-encoding"], br.headers["content-encoding"]]).toEqual(["gzip", "br"]);
  expect(gunzipSync(gzip.body)).toEqual(plain.body);
  expect(brotliDecompressSync(br.body)).toEqual(plain.body);
  for (const packed of [gzip, br]) expect(packed.headers.etag).toBe(`W/${plain.headers.etag}`);
  for (const { headers } of [plain, gzip, br])
    expect(headers).toMatchObject({ vary: "Accept-Encoding", "cache-control": "no-cache" });

  const again = await ask(office, "/", {
    headers: { "accept-encoding": "br", "if-none-match": `"x", ${br.headers.etag}` },
  });
  expect([again.status, again.body.length]).toEqual([304, 0]);
});

test("every answer carries the headers that keep browsers safe", async ({ office }) => {
  for (const path of ["/", "/khong-co", "/robots.txt", "/icon.svg", "/%", "/login", "/desk", "/api/health"]) {
    const { headers } = await ask(office, path);
    expect([path, headers["x-content-type-options"]]).toEqual([path, "nosniff"]);
    expect(headers["content-security-policy"]).toContain("default-src 'none'");
    expect(headers["x-powered-by"]).toBeUndefined();
    expect(headers["strict-transport-security"]).toBeUndefined();
  }
  const { headers } = await ask(office, "/");
  expect(headers["content-security-policy"]).not.toMatch(/unsafe|nonce/);
});

test("the desk's scripts run by a nonce that is new each time, and nobody frames it", async ({ office }) => {
  const [one, other] = [await ask(office, "/login"), await ask(office, "/login")];
  const nonceOf = ({ headers }: Answer) => /'nonce-([^']+)'/.exec(String(headers["content-security-policy"]))?.[1];
  expect(nonceOf(one)).toBeTruthy();
  expect(nonceOf(one)).not.toBe(nonceOf(other));
  expect(one.body.toString()).toContain(`nonce="${nonceOf(one)}"`);
  expect(one.body.toString()).not.toMatch(/<script(?![^>]*nonce=)/);
  expect(one.headers["content-security-policy"]).toContain("frame-ancestors 'none'");
});

test("somebody without a session is sent from the desk to the login, whatever they claim to be", async ({ office }) => {
  const forged = {
    "x-forwarded-host": "evil.example",
    "x-forwarded-for": "1.2.3.4",
    "x-middleware-subrequest": "proxy",
  };
  for (const path of ["/desk", "/desk/documents/1"]) {
    const { status, headers } = await ask(office, path, { headers: forged });
    expect([path, status]).toEqual([path, 307]);
    expect(headers.location).toMatch(/^(?:http:\/\/[^/]*localhost:\d+)?\/login/);
  }
});

test("bodies are limited before anybody reads them", async ({ office }) => {
  const tooMuch = { method: "POST", headers: { "content-length": String(4 * 1024 * 1024) } };
  expect(await statusOf(office, "/api/views", tooMuch)).toBe(413);
  const aViewOf2KB = { method: "POST", headers: { "content-length": "2048" } };
  expect(await statusOf(office, "/api/views", aViewOf2KB)).toBe(413);
  const unmeasured = { method: "POST", headers: { "transfer-encoding": "chunked" }, body: "{}" };
  expect(await statusOf(office, "/api/views", unmeasured)).toBe(411);
});
