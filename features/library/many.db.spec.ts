import { describe, expect, test } from "vitest";
import { readyFile } from "#features/files/testing.ts";
import { anotherOffice, oneOffice } from "#features/moves/testing-office.ts";
import type { Role } from "#features/roles/roles.ts";
import { changeMany, changeWords } from "./commands.ts";
import { effectOn } from "./many.ts";
import { chosenFiles, fileDetails } from "./queries.ts";
import { MOST_CHOSEN } from "./types.ts";

const { office } = oneOffice();
const elsewhere = anotherOffice();

type Anyone = { siteId: number; personId: number };
const as = (role: Role, person: Anyone = office[role === "administrator" ? "admin" : role]) => ({
  ...person,
  grants: [{ role, sectionId: office.news }],
});
const aFile = (change: Parameters<typeof readyFile>[2] = {}, by: Anyone = office.reporter) =>
  readyFile(by, crypto.randomUUID(), change);
const chosen = (...files: { id: number }[]) => new Map(files.map(({ id }) => [id, SEEN]));
/** Of a file as `readyFile` makes it, about which nobody has said another word. */
const SEEN = { version: 0, rightsVersion: 1 };
const SAID = { credit: "Lê Lan", keywords: ["lễ hội", "sông"] };
const says = async ({ sha256 }: { sha256: string }) => {
  const { credit, keywords, version } = await fileDetails(as("editor"), sha256);
  return [credit, keywords.join(), version];
};

describe("what is said of several files at once", () => {
  test("takes the place of their credit, adds keywords to theirs, and leaves alone what says it already", async () => {
    const [bare, other, same] = [
      await aFile(),
      await aFile({ credit: "Trần Hải", keywords: ["sông"] }),
      await aFile({ credit: "Lê Lan", keywords: ["sông", "lễ hội"] }),
    ];
    const files = await chosenFiles(as("reporter"), [bare.id, other.id, same.id]);
    expect(files.map((file) => effectOn(file, SAID))).toEqual(["none", "replaces", "changes"]);
    expect(await changeMany(as("reporter"), { chosen: chosen(bare, other, same), said: SAID })).toEqual({ count: 2 });
    expect(await Promise.all([bare, other, same].map(says))).toEqual([
      ["Lê Lan", "lễ hội,sông", 1],
      ["Lê Lan", "sông,lễ hội", 1],
      ["Lê Lan", "sông,lễ hội", 0],
    ]);
  });

  test("is all of it or nothing: one that is not theirs, or that another one has changed, keeps the others as they are", async () => {
    const [mine, theirs] = [await aFile(), await aFile({}, office.editor)];
    const both = { chosen: chosen(mine, theirs), said: SAID };
    expect((await chosenFiles(as("reporter"), [mine.id, theirs.id])).map((file) => effectOn(file, SAID))).toEqual([
      "notYours",
      "changes",
    ]);
    await expect(changeMany(as("reporter"), both)).rejects.toMatchObject({ code: "not_allowed" });
    const words = { caption: "", credit: "", alt: "", creator: "", copyright: "", keywords: [] };
    await changeWords(as("editor"), { sha256: theirs.sha256, version: 0, words });
    await expect(changeMany(as("editor"), both)).rejects.toMatchObject({
      code: "out_of_date",
      sentence: expect.stringMatching(/^1 tệp vừa được người khác sửa/),
    });
    expect(await Promise.all([mine, theirs].map(says))).toEqual([
      ["", "", 0],
      ["", "", 1],
    ]);
  });

  test("is nothing where one of them would have more keywords than a file may have", async () => {
    const full = await aFile({ name: "day.jpg", keywords: Array.from({ length: 39 }, (_, at) => `từ ${at}`) });
    const bare = await aFile();
    await expect(changeMany(as("editor"), { chosen: chosen(bare, full), said: SAID })).rejects.toMatchObject({
      code: "bad_input",
      sentence: expect.stringContaining("“day.jpg” sẽ có hơn 40 từ khóa"),
    });
    expect(await says(bare)).toEqual(["", "", 0]);
  });

  test("is said once by two who press at the same time", async () => {
    const files = [await aFile(), await aFile()];
    const press = (order: typeof files) => changeMany(as("editor"), { chosen: chosen(...order), said: SAID });
    const both = await Promise.allSettled([press(files), press(files.toReversed())]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(both.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "out_of_date" } });
  });

  test("is nothing without files or words, and no matter of strangers or of another site", async () => {
    const file = await aFile();
    const refused = async (who: Parameters<typeof changeMany>[0], what: Parameters<typeof changeMany>[1]) =>
      changeMany(who, what).then(
        () => "done",
        ({ code }) => code,
      );
    expect(await refused(as("editor"), { chosen: new Map(), said: SAID })).toBe("bad_input");
    const many = new Map(Array.from({ length: MOST_CHOSEN + 1 }, (_, at) => [at + 1, SEEN]));
    expect(await refused(as("editor"), { chosen: many, said: SAID })).toBe("bad_input");
    expect(await refused(as("editor"), { chosen: chosen(file), said: { credit: "", keywords: [] } })).toBe("bad_input");
    expect(await refused(as("administrator"), { chosen: chosen(file), said: SAID })).toBe("not_allowed");
    expect(await refused(as("editor", elsewhere.editor), { chosen: chosen(file), said: SAID })).toBe("not_found");
    expect(await chosenFiles(as("editor", elsewhere.editor), [file.id])).toEqual([]);
    expect(await says(file)).toEqual(["", "", 0]);
  });
});
