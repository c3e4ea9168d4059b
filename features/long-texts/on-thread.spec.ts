import { setImmediate as turn } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ArticleContent, article } from "#features/kinds/article.ts";
import * as canonical from "#features/text/canonical.ts";
import { compare } from "#features/text/compare.ts";
import { emptyContent, parseContent } from "#features/text/content.ts";
import { aParagraph, LONG_BODIES, NEARLY_2_MB } from "#features/text/testing.ts";
import { contentHash, digestOf } from "./hashes.ts";
import { compareTexts, jsonIfLong, LONG, readLong } from "./on-thread.ts";
import { MOST_WAITING, openThread } from "./open-thread.ts";

let thread: ReturnType<typeof openThread>;
beforeAll(() => {
  thread = openThread();
});
afterAll(() => thread.close());

const aText = (body: unknown, change: Record<string, unknown> = {}) => ({ ...emptyContent(article), ...change, body });
const longBody = () => LONG_BODIES["paragraphs of some lines"](2 * LONG);
/** As the database gives it back: another object. */
const again = <C extends object>(content: C): C => structuredClone(content);

describe.each(Object.entries(LONG_BODIES))("a long text of %s", (_, make) => {
  const given = aText(make(2 * LONG), {
    headline: "Quye\u0302\u0301t đi\u0323nh",
    correction: 'Đã sửa "body":"x".',
    byline: { hidden: false, names: [{ name: "An", post: "", personId: null }] },
  });

  test("is read on the thread as in place, and hashed alike", async () => {
    const inPlace = parseContent(article, given);
    const read = await readLong("article", JSON.stringify(given));
    expect(read).toEqual(inPlace);
    const salt = canonical.newSalt();
    for (const text of [read, again(read)]) {
      expect(await digestOf(article, text)).toBe(canonical.digestOf(article, inPlace));
      expect(await contentHash(article, salt, { ...text, slug: "mot" })).toBe(
        canonical.contentHash(article, salt, { ...inPlace, slug: "mot" }),
      );
    }
  });
  test("is compared on the thread as in place", async () => {
    const before = parseContent(article, given);
    const [first, ...rest] = again(before).body.content;
    const body = { ...before.body, content: [aParagraph("Đoạn mới."), ...rest, ...(first ? [first] : [])] };
    const after = { ...before, headline: "Quyết định mới", body };
    expect(await compareTexts("article", before, after)).toEqual(compare(article, before, after));
  });
});

test.each([
  ["with a part that is not used", aText({ type: "doc", content: [...longBody().content, { type: "opera" }] })],
  ["with a headline that is none", aText(longBody(), { headline: 7 })],
  ["of more than 2 MB", aText(LONG_BODIES["one paragraph"](NEARLY_2_MB + 10_000))],
  [
    "whose head makes it one of more than 2 MB",
    aText(LONG_BODIES["one paragraph"](NEARLY_2_MB + 3_000), { standfirst: "ế".repeat(3_000) }),
  ],
  ["that is none", "x".repeat(LONG)],
])("a long text %s is refused on the thread in the same words", async (_, given) => {
  const refusal = await Promise.resolve(given)
    .then((text) => parseContent(article, text))
    .catch((error: unknown) => error);
  expect(refusal).toMatchObject({ name: "Refusal", code: "bad_text" });
  await expect(readLong("article", JSON.stringify(given))).rejects.toEqual(refusal);
});

test("others have their turn while a long text is read, hashed and compared", async () => {
  const given = aText(LONG_BODIES["words in turns bold and plain"](8 * LONG));
  const json = JSON.stringify(given);
  const text = parseContent(article, given);
  for (const work of [readLong("article", json), digestOf(article, text), compareTexts("article", text, again(text))]) {
    let isDone = false;
    const done = work.then(() => {
      isDone = true;
    });
    let turns = 0;
    for (; !isDone; turns += 1) await turn();
    await done;
    expect(turns).toBeGreaterThan(2);
  }
});

test("a text is long from a length on, where there is a thread", async () => {
  const so = (long: number) => jsonIfLong({ a: "x".repeat(long - 8) });
  expect(await so(LONG - 1)).toBeNull();
  expect(await so(LONG)).toHaveLength(LONG);
  for (const none of [undefined, null, "x".repeat(LONG)]) expect(await jsonIfLong(none)).toBeNull();
  await thread.close();
  try {
    expect(await so(LONG)).toBeNull();
    const text = aText(longBody()) as ArticleContent;
    expect(await digestOf(article, text)).toBe(canonical.digestOf(article, text));
  } finally {
    thread = openThread();
  }
});

test("a text nested deeper than can be written is refused at its depth, as a short one is", async () => {
  let nested: object = { type: "paragraph" };
  for (let at = 0; at < 20_000; at += 1) nested = { type: "blockquote", content: [nested] };
  const given = aText({ type: "doc", content: [nested] });
  expect(await jsonIfLong(given)).toBeNull();
  expect(() => parseContent(article, given)).toThrow("bad_text");
});

test("a thread that breaks fails the text that it was at, and a new one takes those that waited", async () => {
  await thread.close();
  thread = openThread(new URL("./fixtures/breaking-thread.ts", import.meta.url));
  const good = JSON.stringify(aText(longBody()));
  const [broken, ...others] = await Promise.allSettled(
    [JSON.stringify(aText(longBody(), { headline: "Vỡ luồng" })), good, good].map((json) => readLong("article", json)),
  );
  expect(broken).toMatchObject({ status: "rejected", reason: { message: "the thread broke" } });
  expect(others.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled"]);
  await expect(readLong("article", good)).resolves.toMatchObject({ headline: "" });
});

test("whoever comes when too many long texts wait is asked to come again", async () => {
  const json = JSON.stringify(aText(longBody()));
  const all = await Promise.allSettled(Array.from({ length: MOST_WAITING + 3 }, () => readLong("article", json)));
  const [taken, refused] = [all.slice(0, MOST_WAITING + 1), all.slice(MOST_WAITING + 1)];
  expect(new Set(taken.map(({ status }) => status))).toEqual(new Set(["fulfilled"]));
  for (const one of refused) expect(one).toMatchObject({ reason: { name: "Refusal", code: "slow_down" } });
});
