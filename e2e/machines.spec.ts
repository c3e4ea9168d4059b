import { carryOut } from "#features/moves/commands.ts";
import { published, seen, typeIn } from "#features/moves/testing.ts";
import { ask } from "./fixtures/ask.ts";
import { expect, test } from "./fixtures/office.ts";

test("feeds come with a tag, are sent again only when they changed, and forget what is withdrawn at once", async ({
  office,
}) => {
  const id = await published(office, { headline: "Hội thao cho máy đọc" });
  const feeds = ["/rss.xml", "/atom.xml", "/feed.json", "/dang-doan-the/rss.xml", "/tin-tuc/atom.xml"];
  const bodyOf = async (path: string) => (await ask(office.host, path)).body.toString();
  for (const path of feeds) await expect.poll(() => bodyOf(path)).toContain("Hội thao cho máy đọc");
  const types = Object.fromEntries(
    await Promise.all(feeds.map(async (path) => [path, (await ask(office.host, path)).headers["content-type"]])),
  );
  expect(types).toMatchObject({
    "/rss.xml": "application/rss+xml; charset=utf-8",
    "/atom.xml": "application/atom+xml; charset=utf-8",
    "/feed.json": "application/feed+json; charset=utf-8",
  });
  for (const path of feeds) {
    const { headers } = await ask(office.host, path, { headers: { "accept-encoding": "gzip" } });
    expect(headers).toMatchObject({ "access-control-allow-origin": "*", "content-encoding": "gzip" });
    const again = { "accept-encoding": "gzip", "if-none-match": headers.etag ?? "" };
    const same = await ask(office.host, path, { headers: again });
    expect([path, same.status, same.body.length]).toEqual([path, 304, 0]);
  }
  await carryOut(office.approver, "withdraw", id, { reason: "error" });
  for (const path of feeds) {
    await expect.poll(() => bodyOf(path), { intervals: [50] }).not.toContain("Hội thao cho máy đọc");
  }
  expect((await ask(office.host, "/thong-bao/rss.xml")).status).toBe(404);
  for (const [path, to] of [
    ["/RSS.xml", "/rss.xml"],
    ["/Tin-Tuc/Feed.json", "/tin-tuc/feed.json"],
    ["/security.txt", "/.well-known/security.txt"],
  ]) {
    const { status, headers } = await ask(office.host, path ?? "");
    expect([path, status, headers.location]).toEqual([path, 308, to]);
  }
});

test("programs of others ask for articles: whole, in pages, and told what became of one", async ({ office }) => {
  const [first, second] = [await published(office, { headline: "Bài một" }), await published(office)];
  const asked = async (path: string, headers = {}) => {
    const answer = await ask(office.host, path, { headers });
    const text = answer.body.toString();
    return { status: answer.status, headers: answer.headers, said: text === "" ? null : JSON.parse(text) };
  };
  await expect.poll(async () => (await asked("/api/v1/articles")).said.articles.length).toBe(2);
  const list = await asked("/api/v1/articles?section=tin-tuc");
  expect(list.headers).toMatchObject({ "content-type": "application/json", "access-control-allow-origin": "*" });
  const href = list.said.articles[1].renditions.find(({ name }: { name: string }) => name === "ninjs").href;
  const whole = await asked(new URL(href).pathname);
  expect(whole.said).toMatchObject({ title: "Bài một", representationtype: "full" });
  const further = await asked(`/api/v1/articles?after=${second}`);
  expect(further.said.articles.map(({ title }: { title: string }) => title)).toEqual(["Bài một"]);
  const moved = await asked(`/api/v1/articles?x=1&after=${second}`);
  expect([moved.status, moved.headers.location]).toEqual([308, `/api/v1/articles?after=${second}`]);
  const same = await asked(new URL(href).pathname, { "if-none-match": whole.headers.etag });
  expect(same.status).toBe(304);

  await carryOut(office.reporter, "correct", first, {});
  await typeIn(office.reporter, first, { correction: "Có 12 đội." });
  await carryOut(office.reporter, "submit", first, {});
  await carryOut(office.approver, ["approve", "publish"], first, await seen(office.approver, first));
  const corrected = async () => (await asked(`/api/v1/articles/${first}`)).said.descriptions;
  await expect.poll(corrected).toContainEqual({ role: "correction", contenttype: "text/plain", value: "Có 12 đội." });

  await carryOut(office.approver, "withdraw", first, { reason: "expired" });
  await expect.poll(async () => (await asked(`/api/v1/articles/${first}`)).status, { intervals: [50] }).toBe(410);
  const gone = await asked(`/api/v1/articles/${first}`);
  expect(gone.headers).toMatchObject({
    "content-type": "application/problem+json",
    "access-control-allow-origin": "*",
  });
  expect(gone.said).toMatchObject({ status: 410, reason: "expired" });
  await carryOut(office.editor, "hide", second, { reason: "Chờ kiểm tra số liệu" });
  await expect.poll(async () => (await asked(`/api/v1/articles/${second}`)).status, { intervals: [50] }).toBe(503);
  for (const [path, status] of [
    ["/api/v1/articles/999999", 404],
    ["/api/v1/x", 404],
    ["/api/v1", 404],
    ["/api/v1/articles?after=x", 400],
    ["/api/v1/articles?section=khong-co", 404],
  ] as const) {
    const answer = await asked(path);
    expect([path, answer.status, answer.said.status]).toEqual([path, status, status]);
    expect(answer.said.detail).toMatch(/^\p{Lu}.*\.$/u);
  }
});

test("programs of others search as readers do, and what went is found no more; what is asked wrongly is said", async ({
  office,
}) => {
  const id = await published(office, { headline: "Hội thao cho máy tìm" });
  const asked = async (query: string) => {
    const answer = await ask(office.host, `/api/v1/search${query}`);
    return { ...answer, said: JSON.parse(answer.body.toString() || "null") };
  };
  const query = `?${new URLSearchParams({ q: "hội thao cho máy" })}`;
  await expect.poll(async () => (await asked(query)).said.count).toBe(1);
  const { status, headers, said } = await asked(query);
  expect([status, headers["cache-control"], headers["access-control-allow-origin"]]).toEqual([200, "no-cache", "*"]);
  expect(said.articles).toMatchObject([{ title: "Hội thao cho máy tìm", representationtype: "partial" }]);
  for (const [wrong, code] of [
    ["", 400],
    ["?q=", 400],
    ["?q=a&page=0", 400],
    ["?q=a&section=khong-co", 404],
  ] as const) {
    const answer = await asked(wrong);
    expect([wrong, answer.status, answer.headers["content-type"], answer.said.status]).toEqual([
      ...[wrong, code, "application/problem+json", code],
    ]);
    expect(answer.said.detail).toMatch(/^\p{Lu}.*\.$/u);
  }
  await carryOut(office.approver, "withdraw", id, { reason: "error" });
  await expect.poll(async () => (await asked(query)).said.count, { intervals: [50] }).toBe(0);
});

test("programs of others may read and nothing else, from pages of any site", async ({ office }) => {
  for (const method of ["POST", "PUT", "DELETE", "PATCH"]) {
    const answer = await ask(office.host, "/api/v1/articles", { method });
    expect([method, answer.status, answer.headers.allow]).toEqual([method, 405, "GET, HEAD"]);
    expect(answer.headers["content-type"]).toBe("application/problem+json");
  }
  const origin = { origin: "https://bao.example", "access-control-request-method": "GET" };
  const preflight = await ask(office.host, "/api/v1/articles", { method: "OPTIONS", headers: origin });
  expect(preflight.status).toBe(204);
  expect(preflight.headers).toMatchObject({
    "access-control-allow-origin": "*",
    "access-control-allow-methods": "GET, HEAD",
  });
  // The staff's own doors are nobody else's.
  const staff = await ask(office.host, "/api/drafts/1", { headers: origin });
  expect([staff.status, staff.headers["access-control-allow-origin"]]).toEqual([401, undefined]);
});

test("pages say where their feeds, their search and their manifest are, and each of these is there", async ({
  page,
  product,
}) => {
  const complaints: string[] = [];
  page.on("console", (message) => complaints.push(message.text()));
  for (const path of ["/", "/dang-doan-the", "/hoi-dap"]) {
    // What is shown first on a page stands for it; for answers, which have no pictures, the emblem. A picture of another test's article
    // may go with it before this browser has it: then the page is another one.
    await expect(async () => {
      complaints.length = 0;
      await page.goto(product.url + path);
      const shared = page.locator('meta[property="og:image"]');
      await expect(shared).toHaveCount(1);
      const answer = await page.request.get((await shared.getAttribute("content")) ?? "");
      expect(answer.headers()["content-type"]).toBe("image/jpeg");
      expect(complaints).toEqual([]);
    }).toPass();
    const links = await page
      .locator("head link[rel=alternate][type], head link[rel=search], head link[rel=manifest]")
      .evaluateAll((all) => all.map((one) => new URL((one as HTMLLinkElement).href).pathname));
    const above = path === "/" ? "" : path;
    expect(links.toSorted()).toEqual(
      [
        `${above}/rss.xml`,
        `${above}/atom.xml`,
        `${above}/feed.json`,
        "/opensearch.xml",
        "/manifest.webmanifest",
      ].toSorted(),
    );
    for (const link of links)
      expect([link, (await page.request.get(product.url + link)).status()]).toEqual([link, 200]);
    const [data = "{}"] = await page.locator('script[type="application/ld+json"]').allTextContents();
    expect(JSON.parse(data)["@graph"].length).toBe(2);
    const icons = await page
      .locator('link[rel="icon"], link[rel="apple-touch-icon"]')
      .evaluateAll((all) => all.map((one) => (one as HTMLLinkElement).href));
    // The demo has an emblem.
    expect(icons.length).toBeGreaterThan(1);
    for (const icon of icons) {
      expect(icon).toContain("/_tep/");
      expect((await page.request.get(icon)).status()).toBe(200);
    }
  }
  const manifest = await (await page.request.get(`${product.url}/manifest.webmanifest`)).json();
  for (const { src } of manifest.icons) expect((await page.request.get(product.url + src)).status()).toBe(200);
  expect(complaints).toEqual([]);
});

test("pages that list something say so, and the way down to them", async ({ request, product }) => {
  const day = /href="(\/luu-tru\/\d+)"/.exec(await (await request.get(`${product.url}/luu-tru`)).text())?.[1] ?? "";
  for (const [path, way] of [
    ["/van-ban", ["Trang chủ", "Văn bản"]],
    ["/dinh-chinh", ["Trang chủ", "Đính chính"]],
    ["/luu-tru", ["Trang chủ", "Lưu trữ theo ngày"]],
    [day, ["Trang chủ", "Lưu trữ theo ngày", expect.stringMatching(/^Năm \d{4}$/)]],
    ["/chu-de", ["Trang chủ", "Dòng sự kiện"]],
    ["/hoi-dap", ["Trang chủ", "Hỏi – đáp"]],
    ["/lich-cong-tac", ["Trang chủ", "Lịch công tác"]],
    ["/so-do", ["Trang chủ", "Sơ đồ trang"]],
    ["/thong-ke", ["Trang chủ", "Thống kê truy cập"]],
    ["/rss", ["Trang chủ", "Theo dõi tin mới bằng RSS"]],
  ] as const) {
    const html = await (await request.get(product.url + path)).text();
    const [, data = "{}"] = /<script type="application\/ld\+json">([^<]*)</.exec(html) ?? [];
    const [list, crumbs] = JSON.parse(data)["@graph"];
    expect([path, list["@type"], new URL(list.url).pathname]).toEqual([path, "CollectionPage", path]);
    expect(crumbs.itemListElement.map(({ name }: { name: string }) => name)).toEqual(way);
  }
});

test("people read which feeds there are, with the address of each, and every link leads to one", async ({
  page,
  product,
}) => {
  await page.goto(`${product.url}/rss`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Theo dõi tin mới bằng RSS");
  await expect(page.getByText(`${product.url}/dang-doan-the/rss.xml`)).toBeVisible();
  const feeds = page.getByRole("main").getByRole("link", { name: /^(RSS|Atom|JSON Feed): / });
  const paths = await feeds.evaluateAll((all) => all.map((one) => one.getAttribute("href") ?? ""));
  expect(paths.length).toBeGreaterThan(6);
  expect(paths.filter((path) => path.startsWith("/chu-de/")).length).toBeGreaterThanOrEqual(3);
  for (const path of paths) expect([path, (await page.request.get(product.url + path)).status()]).toEqual([path, 200]);
});

test("a browser's own search field is offered titles, in the form that OpenSearch gives them", async ({ office }) => {
  await published(office, { headline: "Hội thao “làng” & xã" });
  const described = (await ask(office.host, "/opensearch.xml")).body.toString();
  const [, template = ""] = /rel="suggestions" template="([^"]*)"/.exec(described) ?? [];
  const { pathname, search } = new URL(template.replaceAll("&amp;", "&").replace("{searchTerms}", "h%E1%BB%99i%20th"));
  const asked = async () => {
    const { headers, body } = await ask(office.host, pathname + search);
    return [headers["content-type"], JSON.parse(body.toString())];
  };
  await expect.poll(asked).toEqual(["application/x-suggestions+json", ["hội th", ["Hội thao “làng” & xã"]]]);
  expect(JSON.parse((await ask(office.host, `${pathname}?as=opensearch&q=`)).body.toString())).toEqual(["", []]);
});

test("robots are told of both sitemaps, and what programs of others may ask", async ({ request, product }) => {
  const robots = await (await request.get(`${product.url}/robots.txt`)).text();
  expect(robots).toContain(`Sitemap: ${product.url}/sitemap.xml\nSitemap: ${product.url}/sitemap-news.xml\n`);
  expect(robots).toMatch(/^Allow: \/api\/v1$/m);
  const security = await request.get(`${product.url}/security.txt`);
  expect(security.url()).toBe(`${product.url}/.well-known/security.txt`);
  expect(await security.text()).toMatch(/^Contact: mailto:/);
});
