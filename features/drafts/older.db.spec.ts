import { afterAll, beforeAll, expect, test } from "vitest";
import { article } from "#features/kinds/article.ts";
import { carryOut } from "#features/moves/commands.ts";
import { drafted, seen, storyOf, submitted, typeIn } from "#features/moves/testing.ts";
import { oneOffice } from "#features/moves/testing-office.ts";
import { plainText } from "#features/text/plain.ts";
import { shouting } from "#features/text/testing.ts";

const { rows, bend, office } = oneOffice();

let quiet: () => void;
beforeAll(() => {
  quiet = shouting(article);
});
afterAll(() => quiet());

const SHOUTED = {
  type: "doc" as const,
  content: [
    {
      type: "paragraph" as const,
      attrs: { id: "abcdefgh", align: null },
      content: [{ type: "text" as const, text: "HỘI THAO" }],
    },
  ],
};

async function anOldDraft(): Promise<number> {
  const id = await drafted(office, { body: SHOUTED });
  await bend(
    `update draft_buffers set content_version = 0, content = jsonb_set(content, '{version}', '0') where document_id = $1`,
    [id],
  );
  return id;
}

const bodyOf = async (id: number) => plainText((await storyOf(office.reporter, id)).buffer?.content.body ?? SHOUTED);

test("an open text of an older version is read in today's shape, and what is signed is what was kept", async () => {
  const id = await anOldDraft();
  expect(await bodyOf(id)).toBe("hội thao");
  await carryOut(office.reporter, "submit", id, {});
  const shown = await seen(office.approver, id);
  await carryOut(office.approver, ["approve", "publish"], id, shown);
  const kept = await rows(
    "select content->'body' as body, content_version, content_hash as hash from revisions where document_id = $1",
    [id],
  );
  expect(kept).toMatchObject([{ content_version: 0, hash: shown.hash }]);
  expect(plainText(kept[0].body)).toBe("HỘI THAO");
});

test("whoever types on goes on from today's shape", async () => {
  const id = await anOldDraft();
  await typeIn(office.reporter, id, { headline: "Mới gõ" });
  expect(await bodyOf(id)).toBe("hội thao");
  const kept = await rows("select content_version from draft_buffers where document_id = $1", [id]);
  expect(kept).toEqual([{ content_version: 1 }]);
});

test("whoever types in a text of before a field joined, and undoes it, is no writer of it", async () => {
  const id = await submitted(office);
  for (const table of ["draft_buffers", "revisions"]) {
    await bend(`update ${table} set content = content - 'aiLabel' where document_id = $1`, [id]);
  }
  const opened = (await storyOf(office.editor, id)).buffer;
  expect(opened?.content.aiLabel).toBe("");
  await typeIn(office.editor, id, { headline: "Sửa nhầm" });
  expect((await storyOf(office.editor, id)).buffer).toMatchObject({ unkeptBy: [office.editor.personId] });
  await typeIn(office.editor, id, { headline: String(opened?.content.headline) });
  expect((await storyOf(office.editor, id)).buffer).toMatchObject({ unkeptBy: [], digest: opened?.digest });
});
