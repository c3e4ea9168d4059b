import { expect, test } from "vitest";
import { oneDatabase } from "#db/testing.ts";
import { KINDS, type KindName, kindOf } from "./kinds.ts";

const { rows } = oneDatabase();

test("the database reads each kind as the program does", async () => {
  const known = await rows(
    `select name, title_field as title, slug_field as slug, section_field as section, at_root as "atRoot",
       card_fields as card
     from document_kinds order by name`,
  );
  const ours = (Object.keys(KINDS) as KindName[]).sort().map((kind) => {
    const { name, title, slug, section, atRoot, card } = kindOf({ kind });
    return { name, title, slug, section, atRoot, card };
  });
  expect(known).toEqual(ours);
});

test("every field of a kind is looked at in a review, in one place of its order", () => {
  for (const kind of Object.keys(KINDS) as KindName[]) {
    const { fields, bare } = kindOf({ kind });
    expect([...fields].sort()).toEqual(Object.keys(bare).sort());
  }
});
