import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Fact } from "#features/facts/facts.ts";
import { carryOut, start } from "#features/moves/commands.ts";
import { anOffice, published, type Root, rootOf, seen } from "#features/moves/testing.ts";
import { oneOffice } from "#features/moves/testing-office.ts";
import { publishedTopic, typeAtRoot } from "#features/moves/testing-root.ts";
import { feed } from "#features/reading/feed.ts";
import { find } from "#features/reading/find.ts";
import { siteByKey } from "#features/reading/queries.ts";
import { inTopic, topicBox, topicList } from "#features/reading/topics.ts";
import { type Choice, MOST_PINNED } from "./choice.ts";
import { choose } from "./commands.ts";
import { chosenFor, topicsBeside, topicsToChooseFor } from "./queries.ts";

const { office, rows } = oneOffice();
const root = {} as Root;
let topicId = 0;
let made = 0;

beforeAll(async () => {
  Object.assign(root, await rootOf(office));
});
beforeEach(async () => {
  made += 1;
  topicId = await publishedTopic(root, { title: `Dòng ${made}`, slug: `dong-${made}` });
});

const pressed = (choice: Choice, articleId: number, by = office.editor) => choose(by, { topicId, articleId, choice });
const numbers = (cards: readonly { number: number }[] = []) => cards.map(({ number }) => number);
const shown = async () => {
  const found = await inTopic(office.siteId, topicId, 1);
  return { pinned: numbers(found?.pinned), others: numbers(found?.cards) };
};
const address = () => `/chu-de/dong-${made}`;

describe("what stands in a topic", () => {
  test("is what one editor or approver put there, the newest first, at once", async () => {
    const [one, two] = [await published(office), await published(office)];
    await pressed("added", two);
    await pressed("added", one, office.approver);
    // Of another section.
    const three = await published(office);
    await pressed("added", three, office.stranger);
    expect(await shown()).toEqual({ pinned: [], others: [three, two, one] });
    await pressed("removed", two);
    expect(await shown()).toEqual({ pinned: [], others: [three, one] });
  });

  test("is headed by what is pinned, five at most, also by two who pin at once", async () => {
    const ids: number[] = [];
    for (let count = 0; count <= MOST_PINNED; count += 1) {
      ids.push(await published(office));
      await pressed("added", ids.at(-1) ?? 0);
    }
    for (const id of ids.slice(0, MOST_PINNED - 1)) await pressed("pinned", id);
    const last = await Promise.allSettled(ids.slice(MOST_PINNED - 1).map((id) => pressed("pinned", id)));
    expect(last.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    const { pinned, others } = await shown();
    expect([pinned.length, others.length]).toEqual([MOST_PINNED, 1]);
    expect(pinned).toEqual(pinned.toSorted((a, b) => b - a));
    await pressed("unpinned", pinned[0] ?? 0);
    expect((await shown()).others).toHaveLength(2);
  });

  test("leaves it when it is hidden or withdrawn, and comes back with it, pinned as before", async () => {
    const [hidden, gone] = [await published(office), await published(office)];
    for (const id of [hidden, gone]) await pressed("added", id);
    await pressed("pinned", gone);
    await carryOut(office.editor, "hide", hidden, { reason: "Chờ kiểm tra" });
    await carryOut(office.approver, "withdraw", gone, { reason: "expired" });
    expect(await shown()).toEqual({ pinned: [], others: [] });
    const absent = (await chosenFor(office.editor, topicId, 1))?.absent.map(({ id }) => id);
    expect(absent?.toSorted()).toEqual([hidden, gone]);
    await carryOut(office.approver, "restore", hidden, {});
    await carryOut(office.approver, "restore", gone, {});
    expect(await shown()).toEqual({ pinned: [gone], others: [hidden] });
  });

  test("may stand in several topics", async () => {
    const id = await published(office);
    await pressed("added", id);
    const other = await publishedTopic(root, { title: "Khác", slug: `khac-${made}` });
    await choose(office.editor, { topicId: other, articleId: id, choice: "added" });
    const { standsIn, others } = await topicsBeside(office.editor, id);
    expect(standsIn.map((topic) => topic.id).toSorted()).toEqual([topicId, other]);
    expect(others.map((topic) => topic.id)).not.toContain(topicId);
  });
});

describe("a press", () => {
  test("is refused to reporters, administrators and people of other sites", async () => {
    const id = await published(office);
    for (const by of [office.reporter, office.admin])
      await expect(pressed("added", id, by)).rejects.toMatchObject({ code: "not_allowed" });
    const far = await anOffice();
    await expect(pressed("added", id, far.approver)).rejects.toMatchObject({ code: "not_found" });
    expect(await shown()).toEqual({ pinned: [], others: [] });
  });

  test("is refused for what is not live, of another site, no article or no topic", async () => {
    const live = await published(office);
    const gone = await published(office);
    await carryOut(office.approver, "withdraw", gone, { reason: "expired" });
    const far = await anOffice();
    for (const id of [gone, await published(far), topicId, 999_999])
      await expect(pressed("added", id)).rejects.toMatchObject({ code: "wrong_state" });
    await expect(choose(office.editor, { topicId: live, articleId: live, choice: "added" })).rejects.toMatchObject({
      code: "not_found",
    });
  });

  test("is said to be too late when it was made already, and leaves no line", async () => {
    const id = await published(office);
    const both = await Promise.allSettled([pressed("added", id), pressed("added", id, office.approver)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    await expect(pressed("unpinned", id)).rejects.toMatchObject({ code: "wrong_state" });
    const kept = await rows("select choice from topic_choices where topic_id = $1", [topicId]);
    expect(kept).toEqual([{ choice: "added" }]);
  });

  test("says who, what and when in the record of the topic", async () => {
    const id = await published(office, { headline: "Thông đường" });
    await pressed("added", id);
    await pressed("removed", id, office.approver);
    const chosen = await chosenFor(office.editor, topicId, 1);
    expect(chosen?.record).toMatchObject([
      { choice: "removed", by: "Approver", title: "Thông đường", articleId: id },
      { choice: "added", by: "Editor", articleId: id },
    ]);
  });

  test("tells whoever shows the topic, or the article", async () => {
    const id = await published(office);
    await pressed("added", id);
    const [{ facts }] = await rows("select facts from announcements order by id desc limit 1");
    expect(facts satisfies Fact[]).toEqual([`list:topic:${topicId}`, `document:${id}`]);
  });

  test("that races with a withdrawal leaves nothing behind that readers do not get", async () => {
    for (let time = 0; time < 5; time += 1) {
      const id = await published(office);
      await Promise.allSettled([
        pressed("added", id),
        carryOut(office.approver, "withdraw", id, { reason: "expired" }),
      ]);
      expect((await shown()).others).not.toContain(id);
    }
  });
});

describe("a topic before it is live", () => {
  test("is chosen for by those who may know of it, and nobody else learns that it is there", async () => {
    const draft = await start(root.editor, "topic");
    await typeAtRoot(root.editor, draft, { title: "Chưa ai biết" });
    const id = await published(office);
    await expect(choose(office.editor, { topicId: draft, articleId: id, choice: "added" })).rejects.toMatchObject({
      code: "not_found",
    });
    expect((await topicsToChooseFor(office.editor)).map((topic) => topic.id)).not.toContain(draft);
    expect(await chosenFor(office.editor, draft, 1)).toBeNull();
    await choose(root.editor, { topicId: draft, articleId: id, choice: "added" });
    expect((await topicsToChooseFor(root.editor)).map((topic) => topic.id)).toContain(draft);
    expect(await topicBox(office.siteId, draft, 3)).toBeNull();
    expect((await topicBox(office.siteId, draft, 3, true))?.others.map(({ number }) => number)).toEqual([id]);
  });
});

describe("for readers", () => {
  test("a topic has an address, pages as long as its list is, and none beyond", async () => {
    const { siteId } = office;
    expect(await find(siteId, address(), "")).toMatchObject({ kind: "topic", number: topicId, page: 1 });
    expect(await find(siteId, `${address().toUpperCase()}`, "")).toMatchObject({ kind: "topic", path: address() });
    for (const path of [`${address()}/trang/2`, "/chu-de/khong-co", `${address()}/x`, "/chu-de/trang/99"])
      expect(await find(siteId, path, "")).toEqual({ kind: "unknown" });
    const ids: number[] = [];
    for (let count = 0; count < 21; count += 1) {
      ids.unshift(await published(office));
      await pressed("added", ids[0] ?? 0);
    }
    expect(await find(siteId, `${address()}/trang/2`, "")).toMatchObject({ kind: "topic", page: 2 });
    const second = await inTopic(siteId, topicId, 2);
    expect([...(await shown()).others, ...numbers(second?.cards)]).toEqual(ids);
  });

  test("one that is hidden says so, one that is withdrawn is gone, and neither is in the list", async () => {
    const { siteId } = office;
    const listed = async () => numbers((await topicList(siteId, 1))?.topics);
    expect((await listed())[0]).toBe(topicId);
    await carryOut(root.editor, "hide", topicId, { reason: "Chờ kiểm tra" });
    expect(await find(siteId, address(), "")).toEqual({ kind: "hidden", of: "topic" });
    expect(await listed()).not.toContain(topicId);
    await carryOut(root.approver, "withdraw", topicId, { reason: "expired" });
    expect(await find(siteId, address(), "")).toEqual({ kind: "gone", number: topicId });
  });

  test("its feed has the newest of it, whether pinned or not", async () => {
    const [{ key }] = await rows("select key from sites where id = $1", [office.siteId]);
    const site = await siteByKey(key);
    const [one, two] = [await published(office), await published(office)];
    for (const id of [one, two]) await pressed("added", id);
    await pressed("pinned", one);
    expect(await find(office.siteId, `${address()}/rss.xml`, "")).toMatchObject({
      kind: "feed",
      of: { of: "topic", id: topicId },
    });
    const followed = site && (await feed(site, "https://phuong.example", { of: "topic", id: topicId }));
    expect(followed).toMatchObject({ title: `Dòng ${made} - ${site?.name}`, above: address() });
    expect(numbers(followed?.entries)).toEqual([two, one]);
    const box = await topicBox(office.siteId, topicId, 2);
    expect([numbers(box?.pinned), numbers(box?.others)]).toEqual([[one], [two]]);
  });

  test("its words go through four eyes as those of an article do", async () => {
    const id = await start(root.editor, "topic");
    await typeAtRoot(root.editor, id, { title: "Một mình", slug: `so-${made}-mot-minh` });
    await carryOut(root.editor, "submit", id, {});
    await expect(carryOut(root.editor, "approve", id, await seen(root.editor, id))).rejects.toMatchObject({
      code: "not_allowed",
    });
    expect(await find(office.siteId, `/chu-de/so-${made}-mot-minh`, "")).toEqual({ kind: "unknown" });
  });
});
