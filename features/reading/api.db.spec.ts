import { beforeAll, expect, test } from "vitest";
import type { Drawable } from "#features/addresses/inside.ts";
import { attachmentOf, figureOf, readyFile } from "#features/files/testing.ts";
import { NO_LEAD } from "#features/kinds/lead.ts";
import { carryOut } from "#features/moves/commands.ts";
import { anOffice, drafted, published, publishedOld, seen, typeIn } from "#features/moves/testing.ts";
import { oneOffice } from "#features/moves/testing-office.ts";
import { newBlockId } from "#features/text/block-id.ts";
import type { BodyDoc } from "#features/text/body.ts";
import { articleInApi, articlesInApi, goneInApi, problemInApi, sectionsInApi } from "./api.ts";
import { describedApi } from "./api-description.ts";
import { bodyHtml } from "./body-html.ts";
import { find } from "./find.ts";
import { siteById } from "./queries.ts";
import { jsonFaults, openApiFaults, schemaFaults } from "./testing-schemas.ts";

const ORIGIN = "https://phuong.example";
const HARD = `<img src=x onerror=alert(1)> & "hai"`;

const { office, bend } = oneOffice();
let ids: { first: number; hard: number; gone: number; hidden: number; draft: number };

const whole = async (number: number) => articleInApi(await siteById(office.siteId), ORIGIN, number);
const listed = async (siteId: number, sectionId: number | null = null, after: number | null = null) =>
  articlesInApi(await siteById(siteId), ORIGIN, { sectionId, after });
const asked = (path: string, query = "") => find(office.siteId, path, query);

beforeAll(async () => {
  const [picture, paper] = [
    await readyFile(office.reporter),
    await readyFile(office.reporter, undefined, { mediaType: "application/pdf", name: "Kế hoạch.pdf" }),
  ];
  const text = (words: string, marks: object[] = []) => ({
    type: "text",
    text: words,
    ...(marks.length > 0 && { marks }),
  });
  const paragraph = (...content: object[]) => ({
    type: "paragraph",
    attrs: { id: newBlockId(), align: null },
    content,
  });
  const body = {
    type: "doc",
    content: [
      paragraph(text("Xem "), text("lịch", [{ type: "bold" }, { type: "link", attrs: { href: "/lich" } }]), text(HARD)),
      {
        type: "orderedList",
        attrs: { id: newBlockId(), style: "(1).", start: 2 },
        content: [{ type: "listItem", attrs: { id: newBlockId() }, content: [paragraph(text("Một điều"))] }],
      },
      figureOf(picture.sha256, { alt: HARD, credit: HARD }, HARD),
      attachmentOf(paper.sha256, { title: HARD }),
    ],
  } as BodyDoc;
  const lead = { ...NO_LEAD, file: picture.sha256, alt: "Sân đình", credit: HARD };
  ids = {
    first: await published(office, { headline: "Bài đầu" }),
    hard: await published(office, {
      ...{ headline: HARD, standfirst: HARD, kicker: HARD, body, lead },
      source: { name: "Báo Thử", url: "https://bao.example/bài-viết" },
    }),
    gone: await published(office),
    hidden: await published(office),
    draft: await drafted(office),
  };
  await carryOut(office.editor, "hide", ids.hidden, { reason: "Chờ kiểm tra" });
  await carryOut(office.approver, "withdraw", ids.gone, { reason: "authority" });
});

test("an article is ninjs, whole, with its body as HTML and as text, and pictures in full", async () => {
  const article = await whole(ids.hard);
  expect(jsonFaults("ninjs-2.1", article)).toEqual([]);
  expect(article).toMatchObject({
    ...{
      uri: `tag:phuong.example,2026:${ids.hard}`,
      type: "text",
      title: HARD,
      by: "Lê Thử",
      representationtype: "full",
    },
    infosources: [{ name: "Báo Thử", uri: "https://bao.example/b%C3%A0i-vi%E1%BA%BFt" }],
  });
  const [html, plain] = (article?.bodies ?? []) as { value: string }[];
  expect(html?.value).toContain('<p>Xem <a href="https://phuong.example/lich"><strong>lịch</strong></a>');
  expect(html?.value).toContain("<p>(2). Một điều</p>");
  expect(html?.value).toMatch(
    /<img src="https:\/\/phuong\.example\/_tep\/[0-9a-f]{64}\/\d+\.jpeg" width="\d+" height="\d+"/,
  );
  expect(html?.value).toMatch(/<a href="https:\/\/phuong\.example\/_tep\/[0-9a-f]{64}\/ke-hoach\.pdf">/);
  expect(html?.value).not.toContain("<img src=x");
  expect(plain?.value).toContain(HARD);
  expect(article?.associations).toHaveLength(2);
});

test("what readers do not get of a text is in no body", () => {
  const hidden = { type: "doc", content: [figureOf("0".repeat(64)), attachmentOf("1".repeat(64))] } as BodyDoc;
  expect(bodyHtml(hidden, new Map(), ORIGIN)).toBe("");
});

test("a notice says when it holds no more, whole and in a list, and what is none says nothing of it", async () => {
  const validUntil = "2026-01-07T01:00:00.000Z";
  const office = await anOffice();
  const notice = await published(office, { kind: "notice", validUntil });
  const news = await published(office, { kind: "news", validUntil });
  const site = await siteById(office.siteId);
  const ends = async (number: number) => (await articleInApi(site, ORIGIN, number))?.expires;
  expect([await ends(notice), await ends(news)]).toEqual([validUntil, undefined]);
  expect((await listed(office.siteId))?.articles.map(({ expires }) => expires)).toEqual([undefined, validUntil]);
  expect(jsonFaults("ninjs-2.1", await articleInApi(site, ORIGIN, notice))).toEqual([]);
});

test("a list is ninjs in parts, newest first, with everything that readers have and nothing that they have not", async () => {
  const list = await listed(office.siteId);
  expect(list?.articles.map(({ title }) => title)).toEqual([HARD, "Bài đầu"]);
  for (const article of list?.articles ?? []) {
    expect(jsonFaults("ninjs-2.1", article)).toEqual([]);
    expect(article).not.toHaveProperty("bodies");
  }
  expect(list?.next).toBeNull();
});

test("a list goes on behind an article, without a hole or a repetition, also when that one is gone by then", async () => {
  const own = await anOffice();
  const all: number[] = [];
  for (let at = 0; at < 53; at += 1) all.unshift(await published(own));
  all.push(await publishedOld(own, { datedAt: "2019-06-23T03:27:00.000Z" }));
  const numbersOf = (list: Awaited<ReturnType<typeof listed>>) =>
    list?.articles.map(({ altids }) => Number((altids as { value: string }[])[0]?.value)) ?? [];
  for (const section of [null, own.party, own.news]) {
    const first = await listed(own.siteId, section);
    const last = all[49] ?? 0;
    expect(numbersOf(first)).toEqual(all.slice(0, 50));
    expect(new URL(first?.next ?? "").searchParams.get("after")).toBe(String(last));
    const second = await listed(own.siteId, section, last);
    expect([numbersOf(second), second?.next]).toEqual([all.slice(50), null]);
  }
  await carryOut(own.approver, "withdraw", all[49] ?? 0, { reason: "error" });
  expect(numbersOf(await listed(own.siteId, own.news, all[49]))).toEqual(all.slice(50));
  expect(numbersOf(await listed(own.siteId, own.elsewhere))).toEqual([]);
}, 60_000);

test("an address has one spelling, and what is asked wrongly is told what is wrong", async () => {
  expect(await asked("/api/v1/articles", "?after=1&x=2")).toMatchObject({
    kind: "api_articles",
    query: { spelt: "?after=1" },
  });
  expect(await asked("/api/v1/articles", `?after=${ids.gone}&section=tin-tuc`)).toMatchObject({
    query: { spelt: `?section=tin-tuc&after=${ids.gone}` },
  });
  expect(await asked("/API/v1/Articles")).toMatchObject({ kind: "api_articles", path: "/api/v1/articles" });
  const tries: [path: string, query: string, what: Partial<Drawable>][] = [
    ["/api/v1/articles", "?after=abc", { kind: "api_problem", why: "after" }],
    ["/api/v1/articles", `?after=${ids.draft}`, { kind: "api_problem", why: "after" }],
    ["/api/v1/articles", "?after=999999999999", { kind: "api_problem", why: "after" }],
    ["/api/v1/articles", "?section=khong-co", { kind: "api_problem", why: "section" }],
    ["/api/v1/articles", "?section=thong-bao", { kind: "api_problem", why: "section" }],
    [`/api/v1/articles/${ids.draft}`, "", { kind: "api_problem", why: "unknown" }],
    [`/api/v1/articles/${ids.hidden}`, "", { kind: "api_problem", why: "hidden" }],
    [`/api/v1/articles/${ids.gone}`, "", { kind: "api_gone", number: ids.gone }],
    ["/api/v1/articles/0", "", { kind: "api_problem", why: "nothing" }],
    ["/api/v1/articles/9999999999", "", { kind: "api_problem", why: "nothing" }],
    ["/api/v1", "", { kind: "api_problem", why: "nothing" }],
    ["/api/v1/drafts/1", "", { kind: "api_problem", why: "nothing" }],
  ];
  for (const [path, query, what] of tries) expect([path, query, await asked(path, query)]).toEqual([path, query, what]);
});

test("a list of a section that is called otherwise by now leads on to what it is called today, from where it had come to", async () => {
  const own = await anOffice();
  const id = await published(own);
  const at = (query: string) => find(own.siteId, "/api/v1/articles", query);
  const given = new URL((await sectionsInApi(await siteById(own.siteId), ORIGIN)).sections[1]?.articles ?? "").search;
  for (const slug of ["doan-the", "cac-doan-the"])
    await bend("update sections set slug = $1 where id = $2", [slug, own.party]);
  for (const query of [given, "?section=doan-the"])
    expect(await at(query)).toMatchObject({ sectionId: own.party, query: { spelt: "?section=cac-doan-the" } });
  expect(await at(`${given}&after=${id}`)).toMatchObject({
    ...{ kind: "api_articles", sectionId: own.party, after: id },
    query: { spelt: `?section=cac-doan-the&after=${id}` },
  });
  for (const slug of ["khong-co", "%00", "dang-doan-the%00", "a".repeat(3_000)])
    expect(await at(`?section=${slug}`)).toEqual({ kind: "api_problem", why: "section" });
});

test("nobody is told more of what was taken down than its day and the kind of its reason", async () => {
  expect(await goneInApi(office.siteId, ids.gone)).toEqual({
    ...{ title: "Bài đã được gỡ", status: 410, reason: "authority" },
    detail: expect.stringMatching(/^Bài mang số này đã được gỡ ngày \d\d\/\d\d?\/\d{4}\.$/),
  });
  expect(await goneInApi(office.siteId, ids.first)).toBeNull();
  expect(problemInApi("hidden")).toMatchObject({ status: 503, detail: "Bài đang được rà soát; hãy hỏi lại sau." });
  for (const id of [ids.gone, ids.hidden, ids.draft]) expect(await whole(id)).toBeNull();
});

test("sections are those that readers know, each with where its articles and feeds are", async () => {
  const { sections } = await sectionsInApi(await siteById(office.siteId), ORIGIN);
  expect(sections.map(({ slug }) => slug)).toEqual(["tin-tuc", "dang-doan-the"]);
  expect(sections[1]).toMatchObject({
    ...{ parent: sections[0]?.id, href: `${ORIGIN}/dang-doan-the` },
    articles: `${ORIGIN}/api/v1/articles?section=dang-doan-the`,
    feeds: { rss: `${ORIGIN}/dang-doan-the/rss.xml` },
  });
});

test("the description is one of OpenAPI 3.1, and what it describes is what is sent", async () => {
  const site = await siteById(office.siteId);
  const described = describedApi(site, ORIGIN);
  expect(await openApiFaults(described)).toEqual([]);
  expect(Object.keys(described.paths)).toEqual([
    ...["/api/v1/articles", "/api/v1/articles/{number}", "/api/v1/search", "/api/v1/sections", "/api/v1/openapi.json"],
  ]);
  const held = (name: keyof typeof described.components.schemas, value: unknown) =>
    schemaFaults({ ...described.components.schemas[name], components: described.components }, value);
  expect(held("Articles", await listed(office.siteId))).toEqual([]);
  expect(held("Article", await whole(ids.hard))).toEqual([]);
  expect(held("Sections", await sectionsInApi(site, ORIGIN))).toEqual([]);
  expect(held("Problem", await goneInApi(office.siteId, ids.gone))).toEqual([]);
  expect(held("Problem", problemInApi("after"))).toEqual([]);
});

test("every note that readers were told is with an article, whole and in a list, as what it is", async () => {
  const own = await anOffice();
  const id = await published(own);
  for (const [move, change] of [
    ["correct", { correction: "Số đội là 12." }],
    ["revise", { update: "Thêm ảnh." }],
    ["correct", { correction: "Sân là của phường." }],
  ] as const) {
    await carryOut(own.reporter, move, id, {});
    await typeIn(own.reporter, id, change);
    await carryOut(own.reporter, "submit", id, {});
    await carryOut(own.approver, ["approve", "publish"], id, await seen(own.approver, id));
  }
  const notes = [
    { role: "correction", contenttype: "text/plain", value: "Sân là của phường." },
    { role: "update", contenttype: "text/plain", value: "Thêm ảnh." },
    { role: "correction", contenttype: "text/plain", value: "Số đội là 12." },
  ];
  const list = await listed(own.siteId);
  const article = await articleInApi(await siteById(own.siteId), ORIGIN, id);
  expect(jsonFaults("ninjs-2.1", article)).toEqual([]);
  for (const one of [article, ...(list?.articles ?? [])])
    expect((one as { descriptions: unknown[] }).descriptions.slice(-3)).toEqual(notes);
});
