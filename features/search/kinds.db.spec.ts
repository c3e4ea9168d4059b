import { beforeAll, describe, expect, test } from "vitest";
import { topicPath, weekPath } from "#features/addresses/lists.ts";
import { NOTHING_ASKED } from "#features/addresses/public.ts";
import { follow } from "#features/history/follow.ts";
import { newEntry } from "#features/kinds/week.ts";
import { carryOut } from "#features/moves/commands.ts";
import { published, type Root, rootOf } from "#features/moves/testing.ts";
import { oneOffice } from "#features/moves/testing-office.ts";
import {
  publishAtRoot,
  publishedTopic,
  publishedTranslation,
  publishedWeek,
  typeAtRoot,
} from "#features/moves/testing-root.ts";
import { siteById } from "#features/reading/queries.ts";
import { jsonFaults } from "#features/reading/testing-schemas.ts";
import { newBlockId } from "#features/text/block-id.ts";
import { weekOf } from "#lib/dates.ts";
import { searchInApi } from "./api.ts";
import { bringAll, searchFollower } from "./keep.ts";
import { articlesCalled, search, suggest } from "./queries.ts";

const { office, rows, bend } = oneOffice();
const root = {} as Root;
const NOW = new Date();
const MONDAY = "2026-11-30";

const all = async () => {
  while ((await follow(searchFollower)) > 0);
};
const goOver = () => bringAll(new AbortController().signal);
const look = async (said: string, form: string | null = null) =>
  (await search(office.siteId, said, { sectionIds: null, form, year: null }, { page: 1, now: NOW })).results;
const found = async (said: string, form: string | null = null) => (await look(said, form)).map(({ number }) => number);
const asked = async (words: string) => {
  const site = await siteById(office.siteId);
  const got = await searchInApi(site, "https://phuong.example", { ...NOTHING_ASKED, words }, NOW);
  if (got === "busy") throw new Error("too slow");
  return got;
};
const kept = (id: number) => rows("select from search_entries where document_id = $1", [id]);

const body = (text: string) => ({
  type: "doc" as const,
  content: [
    {
      type: "paragraph" as const,
      attrs: { id: newBlockId(), align: null },
      content: [{ type: "text" as const, text }],
    },
  ],
});

beforeAll(async () => {
  Object.assign(root, await rootOf(office));
  await all();
});

describe("an English sister", () => {
  let original: number;
  let english: number;
  beforeAll(async () => {
    original = await published(office, { headline: "Hội thuyền hồ Sen" });
    english = await publishedTranslation(root, original, {
      ...{ title: "Lotus Lake regatta opens", slug: "lotus-lake-regatta" },
      ...{ standfirst: "Twelve crews took part.", body: body("The harbourmaster rang the bell.") },
    });
    await all();
  });

  test("is found by its English words, at its English address, and says its language", async () => {
    for (const said of ["lotus regatta", "crews", "harbourmaster bell"])
      expect(await look(said)).toMatchObject([
        { number: english, path: `/en/lotus-lake-regatta-${english}`, kind: "translation", language: "en" },
      ]);
    expect(await look("hội thuyền")).toMatchObject([{ number: original, language: "vi" }]);
    expect(await found("lotus", "english")).toEqual([english]);
    expect(await found("lotus", "page")).toEqual([]);
  });

  test("is offered with its language as somebody types, and never where an article is chosen", async () => {
    expect(await suggest(office.siteId, "lotus la", NOW)).toEqual([
      { title: "Lotus Lake regatta opens", path: `/en/lotus-lake-regatta-${english}`, lang: "en" },
    ]);
    expect(await articlesCalled(office.siteId, "lotus la", NOW)).toEqual([]);
    expect(await articlesCalled(office.siteId, String(english), NOW)).toEqual([]);
  });

  test("goes at once with what it is the sister of, its words too once that was heard, and comes back with it", async () => {
    await carryOut(office.editor, "hide", original, { reason: "Chờ kiểm tra" });
    expect([await found("regatta"), await suggest(office.siteId, "lotus la", NOW)]).toEqual([[], []]);
    await all();
    expect(await kept(english)).toEqual([]);
    expect(await rows("select from search_words where words = 'regatta'")).toEqual([]);
    await goOver();
    expect(await kept(english)).toEqual([]);
    await carryOut(office.approver, "restore", original, {});
    await all();
    expect(await found("regatta")).toEqual([english]);
  });

  test("that is kept although readers do not have the other is forgotten by whoever goes over all of it", async () => {
    await carryOut(office.editor, "hide", original, { reason: "Chờ kiểm tra" });
    await all();
    await carryOut(office.approver, "restore", original, {});
    await all();
    await bend(
      "update documents set visibility = 'hidden', live_revision_id = null, hidden_reason = 'thử' where id = $1",
      [original],
    );
    expect(await kept(english)).toHaveLength(1);
    await goOver();
    expect(await kept(english)).toEqual([]);
    await bend(
      "update documents set visibility = 'live', live_revision_id = last_live_revision_id, hidden_reason = null where id = $1",
      [original],
    );
    await goOver();
    expect(await found("regatta")).toEqual([english]);
  });
});

describe("an English sister of a notice", () => {
  const validUntil = "2026-01-07T01:00:00.000Z";
  let notice: number;
  let english: number;
  beforeAll(async () => {
    notice = await published(office, { kind: "notice", validUntil, headline: "Cúp nước phố Mận" });
    english = await publishedTranslation(root, notice, { title: "No water in Plum Street", slug: "no-water-plum" });
    await all();
  });

  test("says until when it holds where it is found, to readers and to programs of others", async () => {
    expect(await look("plum street")).toMatchObject([{ number: english, endsAt: new Date(validUntil) }]);
    expect(await look("phố mận")).toMatchObject([{ number: notice, endsAt: new Date(validUntil) }]);
    expect((await asked("plum street")).articles).toMatchObject([{ language: "en", expires: validUntil }]);
  });

  test("is found by what it says was wrong in it, and by what has joined", async () => {
    await carryOut(root.editor, "correct", english, {});
    await typeAtRoot(root.editor, english, { correction: "It was never Cherryville.", update: "Adds a hydrant." });
    await publishAtRoot(root, english);
    await all();
    expect([await found("cherryville"), await found("hydrant")]).toEqual([[english], [english]]);
  });
});

describe("a topic", () => {
  test("is found by its title and by what it says of itself, and goes with its last text", async () => {
    const topic = await publishedTopic(root, {
      title: "Cầu Vạn Sen",
      slug: "cau-van-sen",
      standfirst: "Từ móng tới nhịp.",
    });
    await all();
    for (const said of ["cau van sen", "từ móng tới nhịp"])
      expect(await look(said)).toMatchObject([
        { number: topic, path: topicPath("cau-van-sen"), kind: "topic", language: "vi" },
      ]);
    expect([await found("vạn sen", "topic"), await found("vạn sen", "page")]).toEqual([[topic], []]);
    await carryOut(root.approver, "withdraw", topic, { reason: "expired" });
    expect(await found("vạn sen", "topic")).toEqual([]);
    await all();
    expect(await kept(topic)).toEqual([]);
  });
});

describe("the calendar of a week", () => {
  let calendar: number;
  beforeAll(async () => {
    const entry = { ...newEntry(3, "kham"), from: "14:00", leaders: "Phó Chủ tịch", what: "Kiểm tra kè bờ đông" };
    const off = { ...newEntry(4, "hoan"), from: "08:00", leaders: "Chủ tịch", what: "Họp tổ tự quản" };
    calendar = await publishedWeek(root, MONDAY, {
      entries: [
        { ...entry, place: "Bến Vạn" },
        { ...off, state: "cancelled" },
      ],
    });
    await all();
  });

  test("is found by its week and by what stands in it, which says when it is and whether it still is", async () => {
    const path = weekPath(weekOf(MONDAY));
    expect(await look("lịch công tác tuần 49")).toMatchObject([
      { number: calendar, path, kind: "week", language: "vi" },
    ]);
    const excerpt = async (said: string) => (await look(said))[0]?.excerpt.map(({ text }) => text).join("");
    expect(await excerpt("kè bờ đông")).toContain("Thứ Tư, 14:00: Kiểm tra kè bờ đông; Phó Chủ tịch; Bến Vạn");
    expect(await excerpt("tổ tự quản")).toMatch(/^Thứ Năm, 08:00 \(.+\): Họp tổ tự quản/);
    expect(await found("bến vạn", "week")).toEqual([calendar]);
  });

  test("stays behind articles that say the same in their titles, and goes when it is taken down", async () => {
    const article = await published(office, { headline: "Kiểm tra kè bờ đông trước mùa mưa" });
    await all();
    expect(await found("kiểm tra kè bờ đông")).toEqual([article, calendar]);
    await carryOut(root.approver, "withdraw", calendar, { reason: "expired" });
    expect(await found("tuần 49")).toEqual([]);
    await all();
    expect(await kept(calendar)).toEqual([]);
    await carryOut(root.approver, "restore", calendar, {});
    await all();
  });
});

test("what an older version did not bring is brought, once", async () => {
  const ids = "select document_id as id from search_entries order by 1";
  const before = await rows(ids);
  await bend(
    "delete from search_entries e using documents d where d.id = e.document_id and d.kind in ('week', 'translation')",
  );
  await goOver();
  expect(await rows(ids)).toEqual(before);
});

test("programs of others get all that is counted, each in its language", async () => {
  for (const [words, language] of [
    ["regatta", "en"],
    ["lịch công tác tuần 49", "vi"],
  ] as const) {
    const { articles, count } = await asked(words);
    expect([count, articles.map((one) => one.language)]).toEqual([1, [language]]);
    expect(jsonFaults("ninjs-2.1", articles[0])).toEqual([]);
  }
});

test("many calendars that begin as an article does leave room for it where an article is chosen", async () => {
  for (let at = 1; at <= 9; at += 1) {
    const monday = `2025-${String(at).padStart(2, "0")}-01`;
    const first = new Date(`${monday}T00:00:00Z`);
    first.setUTCDate(first.getUTCDate() + ((8 - first.getUTCDay()) % 7));
    await publishedWeek(root, first.toISOString().slice(0, 10));
  }
  const article = await published(office, { headline: "Lịch công tác mới của phường" });
  await all();
  expect((await articlesCalled(office.siteId, "lịch cô", NOW)).map(({ id }) => id)).toEqual([article]);
});
