import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { lookAt } from "#features/renditions/documents/look.ts";
import { keepToPictures } from "#features/renditions/open.ts";
import { attachmentsIn } from "#features/text/figures.ts";
import { PAPERS } from "#scripts/documents/papers.ts";
import { setPaper } from "#scripts/documents/sheet.ts";
import { articlesInOrder } from "./articles/all.ts";
import { DOCUMENT_TYPE, DOCUMENTS } from "./documents.ts";

const folder = new URL("documents/", import.meta.url);
const bytesOf = (name: string) => readFileSync(new URL(`${name}.pdf`, folder));
const hashOf = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");

test("each document of the table lies in the folder, and no other, and all weigh less than 600 kB", () => {
  expect(readdirSync(folder).sort()).toEqual(DOCUMENTS.map(({ name }) => `${name}.pdf`).sort());
  expect(DOCUMENTS.reduce((sum, { name }) => sum + bytesOf(name).length, 0)).toBeLessThan(600_000);
});

test.each(DOCUMENTS)(
  "$name is what the table says, has its words as words, and says on each page that it is a sample",
  async ({ name, sha256, pages }) => {
    keepToPictures();
    const bytes = bytesOf(name);
    expect(hashOf(bytes)).toBe(sha256);
    const said = await lookAt(bytes, DOCUMENT_TYPE);
    if (!("text" in said)) throw new Error(JSON.stringify(said));
    expect(said.pages).toBe(pages);
    expect(pages).toBeGreaterThan(1);
    expect(said.text.split("VĂN BẢN MẪU").length - 1).toBe(pages);
    expect(said.text).toBe(said.text.normalize("NFC"));
    expect(said.picture).not.toBeNull();
  },
);

test("set anew each is the same, byte for byte", async () => {
  for (const paper of PAPERS)
    expect([paper.name, hashOf(await setPaper(paper))]).toEqual([paper.name, hashOf(bytesOf(paper.name))]);
});

test("each is handed out by one article, which says in a sentence what it holds", () => {
  const handed = articlesInOrder(new Date()).flatMap(({ body }) => attachmentsIn({ type: "doc", content: body }));
  expect(handed.map(({ attrs }) => attrs.file).sort()).toEqual(DOCUMENTS.map(({ sha256 }) => sha256).sort());
  for (const { attrs } of handed) expect(attrs.summary.split(" ").length).toBeGreaterThan(8);
});
