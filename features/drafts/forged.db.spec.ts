import { beforeAll, expect, test } from "vitest";
import { NOTE_LIMIT } from "#features/kinds/notes.ts";
import { start } from "#features/moves/commands.ts";
import { type Root, rootOf, storyOf } from "#features/moves/testing.ts";
import { oneOffice } from "#features/moves/testing-office.ts";
import { saveDraft } from "./commands.ts";

const { office } = oneOffice();
let root: Root;
beforeAll(async () => {
  root = await rootOf(office);
});

const TEN_THOUSAND = Array.from({ length: 10_000 }, (_, at) => `truong-${at}`);
const band = (rule: unknown, change: object = {}) => ({
  bands: [{ ...{ id: "a", template: "articles", title: "", slots: 4, tiles: [] }, rule, ...change }],
});

const FORGED: [string, "article" | "front", object][] = [
  ["ten thousand fields", "article", Object.fromEntries(TEN_THOUSAND.map((name) => [name, "x"]))],
  ["a field with a name without end", "article", { ["x".repeat(100_000)]: 1 }],
  ["notes in a list", "article", { update: TEN_THOUSAND }],
  ["a note that is none", "article", { correction: { toString: "x" } }],
  ["a note without end", "article", { update: "ố".repeat(NOTE_LIMIT + 1) }],
  ["a rule that nobody knows", "front", band({ by: "everything" })],
  ["a rule of two kinds", "front", band({ by: "tag", id: 1, form: "notice" })],
  ["a rule of no section", "front", band({ by: "section", id: -1 })],
  ["a rule that is a statement", "front", band({ by: "topic", id: "1 or true" })],
  ["a rule of hours that nobody counts", "front", band({ by: "most_read", hours: 1_000_000 })],
  ["ten thousand bands", "front", { bands: TEN_THOUSAND.map((id) => ({ ...band({ by: "newest" }).bands[0], id })) }],
  [
    "ten thousand tiles",
    "front",
    band({ by: "newest" }, { tiles: TEN_THOUSAND.map((words) => ({ words, address: "/" })) }),
  ],
  ["a band under two names", "front", { bands: [...band({ by: "newest" }).bands, ...band({ by: "newest" }).bands] }],
];

test.each(FORGED)("a save with %s is refused in one sentence, and keeps nothing", async (_, kind, change) => {
  const by = kind === "front" ? root.editor : office.reporter;
  const documentId = await start(by, kind);
  const { buffer } = await storyOf(by, documentId);
  const save = { documentId, tab: crypto.randomUUID(), counter: 1, base: buffer?.version ?? 0 };
  const refused = saveDraft(by, { ...save, content: { ...buffer?.content, ...change } });
  await expect(refused).rejects.toMatchObject({
    code: "bad_text",
    sentence: expect.stringMatching(/^[^\n]{10,160}\.$/),
  });
  expect((await storyOf(by, documentId)).buffer).toEqual(buffer);
});
