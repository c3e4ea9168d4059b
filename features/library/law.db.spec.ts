import { beforeEach, describe, expect, test } from "vitest";
import { readyFile } from "#features/files/testing.ts";
import { anotherOffice, oneOffice } from "#features/moves/testing-office.ts";

const { office, rows, bend } = oneOffice();
const elsewhere = anotherOffice();

const make = (name: string, { siteId, personId } = office.reporter) =>
  rows("insert into collections (site_id, name, made_by) values ($1, $2, $3) returning id", [siteId, name, personId]);
const lay = (collection: unknown, file: number) =>
  rows("insert into collection_files (collection_id, file_id, added_by) values ($1, $2, $3)", [
    ...[collection, file, office.reporter.personId],
  ]);

beforeEach(async () => {
  await bend("delete from collections");
  await bend("delete from files");
});

describe("the database refuses", () => {
  test("two collections of one name on a site, whatever their letters; another site may have it too", async () => {
    await make("Lễ hội");
    await expect(make("LỄ HỘI")).rejects.toMatchObject({ constraint: "one_collection_of_a_name" });
    await make("Lễ hội", elsewhere.reporter);
  });

  test("one without a name, or with too long a one", async () => {
    await expect(make(" \t")).rejects.toMatchObject({ constraint: "a_collection_has_a_name" });
    await expect(make("x".repeat(121))).rejects.toMatchObject({ constraint: "a_collection_has_a_name" });
  });

  test("a collection that shows another site's file", async () => {
    const [made] = await make("Lễ hội");
    const { id } = await readyFile(elsewhere.reporter);
    await expect(lay(made?.id, id)).rejects.toMatchObject({ constraint: "a_collection_holds_files_of_its_site" });
    const mine = await readyFile(office.reporter);
    await lay(made?.id, mine.id);
    await expect(rows("update collection_files set file_id = $1", [id])).rejects.toMatchObject({
      constraint: "a_collection_holds_files_of_its_site",
    });
  });

  test("a collection that is somebody else's of a sudden, or another site's", async () => {
    await make("Lễ hội");
    const change = (what: string, to: number) => rows(`update collections set ${what} = $1`, [to]);
    await expect(change("made_by", office.editor.personId)).rejects.toMatchObject({
      constraint: "a_collection_is_what_it_was",
    });
    await expect(change("site_id", elsewhere.siteId)).rejects.toMatchObject({
      constraint: "a_collection_is_what_it_was",
    });
  });

  test("what is beside a video and is neither its poster nor its subtitles", async () => {
    const [one, other] = [await readyFile(office.reporter), await readyFile(office.reporter)];
    const put = bend(`insert into files_beside values (${one.id}, ${other.id}, 'song')`);
    await expect(put).rejects.toMatchObject({ constraint: "what_is_beside_is_a_poster_or_subtitles" });
  });

  test("a likeness that is none", async () => {
    const { id } = await readyFile(office.reporter);
    await expect(rows("update files set likeness = $1 where id = $2", ["01", id])).rejects.toThrow("bit string length");
  });
});
