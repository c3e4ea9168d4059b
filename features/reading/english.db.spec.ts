import { beforeAll, describe, expect, test } from "vitest";
import { attachmentOf, figureOf, readyFile } from "#features/files/testing.ts";
import { carryOut, start } from "#features/moves/commands.ts";
import { published, type Root, rootOf, seen, storyOf, typeIn } from "#features/moves/testing.ts";
import { oneOffice } from "#features/moves/testing-office.ts";
import { publishAtRoot, publishedPage, publishedTranslation, typeAtRoot } from "#features/moves/testing-root.ts";
import type { BodyDoc } from "#features/text/body.ts";
import { validateBody } from "#features/text/document.ts";
import { beginTranslation } from "#features/translations/commands.ts";
import { originalOf as originalBeside } from "#features/translations/queries.ts";
import { englishCorrections, englishPage, englishSister, liveTranslation } from "./english.ts";
import { filePage } from "./file-page.ts";
import { find } from "./find.ts";
import { corrections } from "./lists.ts";
import { goneDocument, liveLink } from "./queries.ts";
import { reads } from "./reads.ts";
import { sitemap } from "./sitemap.ts";

const { office, rows } = oneOffice();
const root = {} as Root;
beforeAll(async () => {
  Object.assign(root, await rootOf(office));
});

const at = (path: string) => find(office.siteId, path, "");
const listed = async () => {
  const page = await englishPage(office.siteId, 1);
  return { own: page?.own.map(({ number }) => number), cards: page?.cards.map(({ number }) => number) };
};
const PDF = { mediaType: "application/pdf", name: "tep.pdf" };
const VTT = { mediaType: "text/vtt", name: "phu-de.vtt" };
const why = { reason: "Chờ kiểm tra" };

describe("an English sister", () => {
  test("begins with the pictures and words of a live text and without a headline, once", async () => {
    const article = await published(office);
    const [one, other] = await Promise.all([
      beginTranslation(root.editor, article),
      beginTranslation(root.approver, article),
    ]);
    expect(one).toBe(other);
    const { document, buffer } = await storyOf(root.editor, one);
    const original = await storyOf(root.editor, article);
    expect(document).toMatchObject({ kind: "translation", visibility: "never_live" });
    expect(buffer?.content).toMatchObject({ title: "", standfirst: "" });
    const [row] = await rows(
      "select r.content from documents d join revisions r on r.id = d.live_revision_id where d.id = $1",
      [original.document.id],
    );
    expect(buffer?.content.body).toEqual(row?.content.body);
  });

  test("is begun by editors of the whole site, of what readers have", async () => {
    const article = await published(office);
    for (const by of [office.reporter, office.editor])
      await expect(beginTranslation(by, article)).rejects.toMatchObject({ code: "not_allowed" });
    await carryOut(office.editor, "hide", article, why);
    await expect(beginTranslation(root.editor, article)).rejects.toMatchObject({ code: "wrong_state" });
    await expect(beginTranslation(root.editor, 999_999)).rejects.toMatchObject({ code: "not_found" });
    await expect(start(root.editor, "translation")).rejects.toMatchObject({ code: "wrong_state" });
    const english = await publishedTranslation(root, await published(office), { slug: "once" });
    await expect(beginTranslation(root.editor, english)).rejects.toMatchObject({ code: "wrong_state" });
  });

  test("is found in every spelling of its address, and leads to what it is the sister of and back", async () => {
    const article = await published(office, { slug: "hoi-thao" });
    expect(await englishSister(office.siteId, article)).toBeNull();
    const english = await publishedTranslation(root, article, { slug: "sports-day" });
    const path = `/en/sports-day-${english}`;
    expect(await at(path)).toEqual({ kind: "translation", number: english, path });
    expect(await at(`/EN/Other-Words-${english}`)).toMatchObject({ path });
    expect(await englishSister(office.siteId, article)).toBe(path);
    expect((await liveTranslation(office.siteId, english))?.original).toMatchObject({
      path: `/dang-doan-the/hoi-thao-${article}`,
    });
  });

  test("stands for as long as readers have what it is the sister of", async () => {
    const article = await published(office);
    const english = await publishedTranslation(root, article, { slug: "goes-along" });
    const path = `/en/goes-along-${english}`;
    expect((await listed()).cards).toContain(english);
    await carryOut(office.editor, "hide", article, why);
    expect(await at(path)).toEqual({ kind: "hidden", of: "article", english: true });
    expect((await listed()).cards).not.toContain(english);
    expect(await liveTranslation(office.siteId, english)).toBeNull();
    await carryOut(office.approver, "withdraw", article, { reason: "error" });
    expect(await at(path)).toEqual({ kind: "gone", number: article, english: true });
    await carryOut(office.approver, "restore", article, {});
    expect(await at(path)).toMatchObject({ kind: "translation" });
    expect((await listed()).cards).toContain(english);
  });

  test("takes along its pictures, its files and its name while readers do not have the other", async () => {
    const [picture, pdf] = [await readyFile(office.reporter), await readyFile(office.reporter, undefined, PDF)];
    const body = {
      type: "doc" as const,
      content: [figureOf(picture.sha256), attachmentOf(pdf.sha256, { title: "Kế hoạch 12" })],
    };
    const article = await published(office, { body });
    const english = await publishedTranslation(root, article, { slug: "with-files" });
    const theirs = async () => ({
      isLive: (await reads.findForReaders(office.siteId, picture.sha256))?.isLive,
      called: (await filePage(office.siteId, pdf.id))?.title,
      link: await liveLink(office.siteId, english),
    });
    const all = {
      isLive: true,
      called: "Kế hoạch 12",
      link: { headline: "Ward sports day opens", path: `/en/with-files-${english}` },
    };
    expect(await theirs()).toEqual(all);
    await carryOut(office.approver, "withdraw", article, { reason: "person" });
    expect(await theirs()).toEqual({ isLive: false, called: undefined, link: null });
    await carryOut(office.approver, "restore", article, {});
    expect(await theirs()).toEqual(all);
    // Of what is gone for a reason that names nothing no name is said in English either.
    await carryOut(root.approver, "withdraw", english, { reason: "expired" });
    await carryOut(office.approver, "withdraw", article, { reason: "person" });
    expect(await at(`/en/with-files-${english}`)).toMatchObject({ kind: "gone", number: article });
  });

  test("that goes out at once with another one of the same text leaves that to the first", async () => {
    const article = await published(office);
    const first = await beginTranslation(root.editor, article);
    await carryOut(root.editor, "discard", first, {});
    const second = await beginTranslation(root.editor, article);
    await carryOut(root.editor, "recover", first, {});
    for (const [at, id] of [first, second].entries()) {
      await typeAtRoot(root.editor, id, { title: `One of two ${at}`, slug: `one-of-two-${at}` });
      await carryOut(root.editor, "submit", id, {});
    }
    const screens = await Promise.all([first, second].map((id) => seen(root.approver, id)));
    const done = await Promise.allSettled(
      [first, second].map((id, at) => carryOut(root.approver, ["approve", "publish"], id, screens[at] ?? {})),
    );
    const refused = done.filter((one) => one.status === "rejected");
    expect(refused.map(({ reason }) => reason.code)).toEqual(["not_ready"]);
  });

  test("that is taken down says so in English, and its original stays", async () => {
    const article = await published(office);
    const english = await publishedTranslation(root, article, { slug: "taken-down" });
    await carryOut(root.approver, "withdraw", english, { reason: "expired" });
    expect(await at(`/en/taken-down-${english}`)).toEqual({ kind: "gone", number: english, english: true });
    expect(await goneDocument(office.siteId, english)).toMatchObject({ kind: "translation", reason: "expired" });
    expect(await englishSister(office.siteId, article)).toBeNull();
    // What readers knew comes back: it is not begun anew.
    expect(await beginTranslation(root.editor, article)).toBe(english);
  });

  test("of a page is among the pages, above what is news", async () => {
    const page = await publishedPage(root, { title: "Liên hệ", slug: "lien-he-2" });
    const english = await publishedTranslation(root, page, { title: "Contact", slug: "contact" });
    const { own, cards } = await listed();
    expect(own).toContain(english);
    expect(cards).not.toContain(english);
  });

  test("of a page that is hidden is hidden as a page is", async () => {
    const page = await publishedPage(root, { title: "Tiếp dân", slug: "tiep-dan-3" });
    const english = await publishedTranslation(root, page, { title: "Reception", slug: "reception" });
    await carryOut(root.editor, "hide", page, why);
    expect(await at(`/en/reception-${english}`)).toEqual({ kind: "hidden", of: "page", english: true });
  });

  test("says what the article says of itself: what it is, until when, whose words, what a machine did", async () => {
    const names = [{ name: "Trần Hạ Vy", post: "Phóng viên", personId: null }];
    const validUntil = new Date(Date.now() - 60_000).toISOString();
    const said = { kind: "notice" as const, validUntil, aiLabel: "Có dùng AI để tóm tắt" };
    const article = await published(office, {
      ...{ ...said, byline: { hidden: false, names }, source: { name: "Báo Thử", url: "" } },
    });
    const english = await publishedTranslation(root, article, { slug: "no-water" });
    expect((await liveTranslation(office.siteId, english))?.original?.said).toEqual({
      ...{ kind: "notice", aiLabel: said.aiLabel, endsAt: new Date(validUntil) },
      ...{ byline: { hidden: false, names }, source: { name: "Báo Thử", url: "" } },
    });
    const card = (await englishPage(office.siteId, 1))?.cards.find(({ number }) => number === english);
    expect(card?.endsAt).toEqual(new Date(validUntil));
    const page = await publishedTranslation(root, await publishedPage(root, { slug: "mot-trang" }), { slug: "a-page" });
    expect((await liveTranslation(office.siteId, page))?.original?.said).toBeNull();
  });

  test("tells of corrections of the article, and that this says another thing since; its own are in one list with them", async () => {
    const article = await published(office);
    const english = await publishedTranslation(root, article, { slug: "corrected" });
    const live = () => liveTranslation(office.siteId, english);
    expect(await live()).toMatchObject({ notes: [], behindSince: null });
    await carryOut(office.reporter, "correct", article, {});
    await typeIn(office.reporter, article, { correction: "Số đội là 12." });
    await carryOut(office.reporter, "submit", article, {});
    await carryOut(office.approver, ["approve", "publish"], article, await seen(office.approver, article));
    const theirs = { kind: "correction", text: "Số đội là 12.", at: expect.any(Date), ofOriginal: true };
    expect(await live()).toMatchObject({ notes: [theirs], behindSince: expect.any(Date) });
    await carryOut(root.editor, "correct", english, {});
    await expect(carryOut(root.editor, "submit", english, {})).rejects.toMatchObject({ code: "not_ready" });
    await typeAtRoot(root.editor, english, { correction: "There are 12 teams." });
    await publishAtRoot(root, english);
    const own = { kind: "correction", text: "There are 12 teams.", at: expect.any(Date), ofOriginal: false };
    expect(await live()).toMatchObject({ notes: [own, theirs], behindSince: null });
    await carryOut(root.editor, "revise", english, {});
    await typeAtRoot(root.editor, english, { correction: "", update: "Adds a picture." });
    await publishAtRoot(root, english);
    const joined = { kind: "update", text: "Adds a picture.", at: expect.any(Date), ofOriginal: false };
    expect(await live()).toMatchObject({ notes: [joined, own, theirs] });
    // Each list is of what is said in its language.
    const told = (await corrections(office.siteId, 1))?.notes ?? [];
    expect(told.filter(({ number }) => number === article)).toHaveLength(1);
    expect(told.filter(({ number }) => number === english)).toEqual([]);
    const toldInEnglish = (await englishCorrections(office.siteId, 1))?.notes ?? [];
    expect(toldInEnglish.filter(({ number }) => number === english)).toEqual([
      {
        ...{ number: english, headline: "Ward sports day opens", path: `/en/corrected-${english}` },
        ...{ note: "There are 12 teams.", at: expect.any(Date) },
      },
    ]);
    expect(toldInEnglish.filter(({ number }) => number === article)).toEqual([]);
  });

  test("knows which subtitles are the article's, in Vietnamese, also once that has others, and which are its own", async () => {
    const [film, said, poster, other, own] = [
      await readyFile(office.reporter, "film", { mediaType: "video/mp4", name: "phim.mp4", codecs: "avc1" }),
      await readyFile(office.reporter, "vi", VTT),
      await readyFile(office.reporter, "poster"),
      await readyFile(office.reporter, "vi, again", VTT),
      await readyFile(office.reporter, "en", VTT),
    ];
    const playing = (subtitles: { sha256: string }): BodyDoc =>
      validateBody({
        type: "doc",
        content: [
          { type: "paragraph", content: [{ type: "text", text: "Hội thao." }] },
          {
            type: "video",
            attrs: {
              ...{ file: film.sha256, poster: { file: poster.sha256 }, subtitles: { file: subtitles.sha256 } },
              ...{ title: "Hội thao", credit: "Lê Thử" },
            },
          },
        ],
      });
    const article = await published(office, { body: playing(said) });
    const page = await publishedPage(root, { slug: "co-phim", body: playing(said) });
    for (const original of [article, page]) {
      const english = await publishedTranslation(root, original, { slug: `film-${original}` });
      const inVietnamese = async () => [...((await liveTranslation(office.siteId, english))?.inVietnamese ?? [])];
      expect(await inVietnamese()).toEqual([said.sha256]);
      const again = { body: playing(other) };
      await carryOut(original === page ? root.editor : office.reporter, "revise", original, {});
      await (original === page ? typeAtRoot(root.editor, page, again) : typeIn(office.reporter, article, again));
      await carryOut(original === page ? root.editor : office.reporter, "submit", original, {});
      const approver = original === page ? root.approver : office.approver;
      await carryOut(approver, ["approve", "publish"], original, await seen(approver, original));
      expect(await inVietnamese()).toEqual([said.sha256]);
      await carryOut(root.editor, "revise", english, {});
      await typeAtRoot(root.editor, english, { body: playing(own) });
      await publishAtRoot(root, english);
      expect(await inVietnamese()).toEqual([]);
    }
  });

  test("does not go out while readers do not have the other, nor beside a second one", async () => {
    const article = await published(office);
    const first = await beginTranslation(root.editor, article);
    await carryOut(root.editor, "discard", first, {});
    const second = await publishedTranslation(root, article, { slug: "second" });
    expect(second).not.toBe(first);
    await carryOut(root.editor, "recover", first, {});
    await typeAtRoot(root.editor, first, { title: "The first", slug: "the-first" });
    await expect(carryOut(root.editor, "submit", first, {})).rejects.toMatchObject({
      code: "not_ready",
      message: expect.stringContaining(`số ${second}`),
    });
    const other = await published(office);
    const waiting = await beginTranslation(root.editor, other);
    await typeAtRoot(root.editor, waiting, { title: "Waits", slug: "waits" });
    await carryOut(office.editor, "hide", other, why);
    await expect(publishAtRoot(root, waiting)).rejects.toMatchObject({ code: "not_ready" });
  });

  test("is told on the desk when the other says another thing since", async () => {
    const page = await publishedPage(root, { title: "Giới thiệu", slug: "gioi-thieu" });
    const english = await publishedTranslation(root, page, { title: "About", slug: "about" });
    expect(await originalBeside(office, english)).toMatchObject({ id: page, isNewer: false });
    await carryOut(root.editor, "revise", page, {});
    await typeAtRoot(root.editor, page, { title: "Giới thiệu phường" });
    await publishAtRoot(root, page);
    expect(await originalBeside(office, english)).toMatchObject({ isNewer: true });
  });
});

test("what is not there is said in English below /en, and its list has the pages that it has", async () => {
  expect(await at("/en/nothing")).toEqual({ kind: "unknown", english: true });
  expect(await at("/en/page/9")).toEqual({ kind: "unknown", english: true });
  expect(await at("/EN")).toEqual({ kind: "english", page: 1, path: "/en" });
  expect(await at("/en/page/01")).toMatchObject({ path: "/en" });
});

test("a page that stands for itself has no number in its address, whether readers have it or not", async () => {
  const page = await publishedPage(root, { title: "Lịch tiếp dân", slug: "lich-tiep-dan-2" });
  expect(await at(`/x/y-${page}`)).toEqual({ kind: "unknown" });
  await carryOut(root.approver, "withdraw", page, { reason: "expired" });
  expect(await at(`/x/y-${page}`)).toEqual({ kind: "unknown" });
});

test("the sitemap names what readers have in English, and its list while there is any", async () => {
  const article = await published(office);
  const english = await publishedTranslation(root, article, { slug: "in-the-map" });
  const map = () => sitemap(office.siteId, "https://thu.example");
  expect(await map()).toContain(`/en/in-the-map-${english}<`);
  await carryOut(office.editor, "hide", article, why);
  expect(await map()).not.toContain("in-the-map");
});
