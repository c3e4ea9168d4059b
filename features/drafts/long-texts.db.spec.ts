import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type ArticleContent, article } from "#features/kinds/article.ts";
import { LONG, shareThread, type Thread } from "#features/long-texts/on-thread.ts";
import { openThread } from "#features/long-texts/open-thread.ts";
import * as jobs from "#features/long-texts/thread.ts";
import { carryOut } from "#features/moves/commands.ts";
import type { Said } from "#features/moves/said.ts";
import { aText, drafted, type Person, seen, storyOf, typeIn } from "#features/moves/testing.ts";
import { oneOffice } from "#features/moves/testing-office.ts";
import { digestOf } from "#features/text/canonical.ts";
import { LONG_BODIES, NEARLY_2_MB } from "#features/text/testing.ts";
import { restoreVersion, saveDraft } from "./commands.ts";

const { rows, office } = oneOffice();

/** What was handed to the thread, and what happens before it answers. */
const thread = {
  asked: [] as string[],
  isFull: false,
  before: async (): Promise<unknown> => undefined,
  lately: new Map<string, Uint8Array>(),
};
beforeEach(() => {
  const own = { ...jobs };
  Object.assign(thread, { asked: [], isFull: false, before: async () => undefined, lately: new Map() });
  const run = async (job: keyof typeof jobs, given: unknown) => {
    thread.asked.push(job);
    await thread.before();
    return (own[job] as (given: unknown) => unknown)(given);
  };
  shareThread({ isFull: () => thread.isFull, run: run as Thread["run"], lately: thread.lately });
});
afterEach(() => shareThread(undefined));

function aLongText(change: Partial<ArticleContent> = {}, bytes = 2 * LONG): ArticleContent {
  return aText(office.party, { body: LONG_BODIES["paragraphs of some lines"](bytes), ...change });
}

const saveAs = (by: Person, documentId: number, content: ArticleContent, base = 2) =>
  saveDraft(by, { documentId, tab: crypto.randomUUID(), counter: 1, base, content });

const cuts = async (id: number) =>
  (await rows("select cut_because from revisions where document_id = $1 order by id", [id])).map(
    ({ cut_because }) => cut_because,
  );

/** Fails when somebody holds the article. */
const holdAtOnce = (id: number) => rows("select from documents where id = $1 for update nowait", [id]);

test("the longest text is saved as it was typed", async () => {
  const own = openThread();
  try {
    const id = await drafted(office);
    const content = aLongText({}, NEARLY_2_MB - 8_192);
    expect(await saveAs(office.reporter, id, content)).toMatchObject({ saved: true, version: 3 });
    const { buffer } = await storyOf(office.reporter, id);
    expect(buffer?.kept.body).toEqual(content.body);
    expect(buffer?.digest).toBe(digestOf(article, content));
  } finally {
    await own.close();
  }
});

describe("while a long text is read", () => {
  test("nobody waits for it at its article, and it is no older for that", async () => {
    const id = await drafted(office);
    thread.before = () => typeIn(office.reporter, id, { headline: "Lưu trong lúc đó" });
    expect(await saveAs(office.reporter, id, aLongText())).toMatchObject({
      saved: false,
      theirs: { version: 3, content: { headline: "Lưu trong lúc đó" } },
    });
  });
  test("its writer may lose the right to type it", async () => {
    const id = await drafted(office);
    thread.before = () => carryOut(office.reporter, "submit", id, {});
    await expect(saveAs(office.reporter, id, aLongText())).rejects.toMatchObject({ code: "not_allowed" });
  });
});

test("a long text is not read for whoever may not type it, nor a second time for its writer", async () => {
  const id = await drafted(office);
  for (const by of [office.stranger, { ...office.reporter, siteId: 2_000_000_000 }]) {
    await expect(saveAs(by, id, aLongText())).rejects.toMatchObject({ code: "not_found" });
  }
  expect(thread.asked).toEqual([]);
  const save = { documentId: id, tab: crypto.randomUUID(), counter: 1, base: 2, content: aLongText() };
  const first = await saveDraft(office.reporter, save);
  expect(await saveDraft(office.reporter, save)).toEqual(first);
  expect(thread.asked).toEqual(["read"]);
});

describe("no article is held while a long text is hashed:", () => {
  /** Pressed on another instance than the page came from, which has not met the text. */
  const press = (by: Person, id: number, ...[moves, said = {}]: [Parameters<typeof carryOut>[1], Said?]) => {
    thread.lately.clear();
    return carryOut(by, moves, id, said);
  };

  test("neither one that somebody else writes over", async () => {
    const id = await drafted(office, aLongText());
    thread.before = () => holdAtOnce(id);
    const saved = await saveAs(office.editor, id, aLongText({ headline: "Biên tập sửa" }));
    expect(saved).toMatchObject({ saved: true, version: 3 });
    expect(thread.asked).toEqual(["read", "read", "spell"]);
  });
  test("nor one that is sent, approved and opened again", async () => {
    const id = await drafted(office, aLongText());
    thread.before = () => holdAtOnce(id);
    await press(office.reporter, id, "submit");
    await press(office.approver, id, ["approve", "publish"], await seen(office.approver, id));
    await press(office.reporter, id, "revise");
    expect(thread.asked).toEqual(["read", "spell", "spell", "spell"]);
  });
  test("nor one whose earlier version comes back", async () => {
    const id = await drafted(office, aLongText());
    await saveAs(office.editor, id, aLongText({ body: LONG_BODIES["one paragraph"](2 * LONG) }));
    const [first] = await rows("select id from revisions where document_id = $1", [id]);
    thread.lately.clear();
    thread.before = () => holdAtOnce(id);
    await restoreVersion(office.editor, id, first?.id);
    expect(await cuts(id)).toEqual(["another_writer", "replaced", "restore"]);
  });
});

test("what is taken from readers waits for no text, and whoever may not see an article has none read", async () => {
  const id = await drafted(office, aLongText());
  await carryOut(office.reporter, "submit", id, {});
  await carryOut(office.approver, ["approve", "publish"], id, await seen(office.approver, id));
  thread.lately.clear();
  thread.asked = [];
  thread.isFull = true;
  await carryOut(office.approver, "hide", id, { reason: "Chờ kiểm tra" });
  thread.isFull = false;
  await expect(carryOut(office.stranger, "revise", id, {})).rejects.toMatchObject({ code: "not_found" });
  expect(thread.asked).toEqual([]);
});

test("where too many long texts wait, a save is asked to come again, and nothing is changed", async () => {
  const id = await drafted(office);
  thread.isFull = true;
  await expect(saveAs(office.reporter, id, aLongText())).rejects.toMatchObject({ name: "Refusal", code: "slow_down" });
  expect((await storyOf(office.reporter, id)).buffer?.version).toBe(2);
});
