import { expect, test, vi } from "vitest";
import { carryOut } from "#features/moves/commands.ts";
import { drafted, seen, storyOf, typeIn } from "#features/moves/testing.ts";
import { oneOffice } from "#features/moves/testing-office.ts";
import { plainText } from "#features/text/plain.ts";

/** An upgrade from a version of long ago, in which texts shouted. */
vi.mock("#features/text/document.ts", async (original) => {
  const own = await original<typeof import("#features/text/document.ts")>();
  const upgradeBody: typeof own.upgradeBody = (doc, version) =>
    version === 0 ? JSON.parse(JSON.stringify(doc).replaceAll("HỘI THAO", "hội thao")) : own.upgradeBody(doc, version);
  return { ...own, upgradeBody };
});

const { rows, bend, office } = oneOffice();

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
    `update draft_buffers set body_version = 0, content = jsonb_set(content, '{bodyVersion}', '0') where article_id = $1`,
    [id],
  );
  return id;
}

const bodyOf = async (id: number) => plainText((await storyOf(office.reporter, id)).buffer?.content.body ?? SHOUTED);

test("an open text of an older version is read in today's vocabulary, and what is signed is what was kept", async () => {
  const id = await anOldDraft();
  expect(await bodyOf(id)).toBe("hội thao");
  await carryOut(office.reporter, "submit", id, {});
  const shown = await seen(office.approver, id);
  await carryOut(office.approver, ["approve", "publish"], id, shown);
  const kept = await rows(
    "select content->'body' as body, body_version, content_hash as hash from revisions where article_id = $1",
    [id],
  );
  expect(kept).toMatchObject([{ body_version: 0, hash: shown.hash }]);
  expect(plainText(kept[0].body)).toBe("HỘI THAO");
});

test("whoever types on goes on from today's vocabulary", async () => {
  const id = await anOldDraft();
  await typeIn(office.reporter, id, { headline: "Mới gõ" });
  expect(await bodyOf(id)).toBe("hội thao");
  const kept = await rows("select body_version from draft_buffers where article_id = $1", [id]);
  expect(kept).toEqual([{ body_version: 1 }]);
});
