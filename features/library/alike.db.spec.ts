import { beforeEach, describe, expect, test } from "vitest";
import { readyFile } from "#features/files/testing.ts";
import { anotherOffice, oneOffice } from "#features/moves/testing-office.ts";
import { fileFilterOf } from "./filter.ts";
import { fileList, offeredFiles } from "./queries.ts";

const { office, bend } = oneOffice();
const elsewhere = anotherOffice();

const asReporter = () => ({ ...office.reporter, grants: [{ role: "reporter" as const, sectionId: null }] });
const BITS = "0110100110010110".repeat(4);
/** The same with some bits turned, as far from each other as they can be. */
const turned = (count: number) =>
  [...BITS].map((bit, at) => (at % 9 === 0 && at / 9 < count ? String(1 - Number(bit)) : bit)).join("");
const put = (likeness: string | null, name: string, by = office.reporter) =>
  readyFile(by, crypto.randomUUID(), { likeness, name });
const alike = async (sha256: string) =>
  (await fileList(asReporter(), { ...fileFilterOf({}), alike: sha256 })).files.map(({ name }) => name);

beforeEach(() => bend("delete from files"));

describe("of pictures that look nearly the same", () => {
  test("each leads to the others, and to none that looks otherwise", async () => {
    const { sha256 } = await put(BITS, "gốc");
    await put(turned(6), "thu nhỏ");
    await put(BITS, "lưu lại");
    await put(turned(7), "ảnh khác");
    expect(await alike(sha256)).toEqual(["lưu lại", "thu nhỏ"]);
  });

  test("are those of the site alone, and none of what was erased", async () => {
    const { sha256 } = await put(BITS, "gốc");
    await put(BITS, "nơi khác", elsewhere.reporter);
    await put(BITS, "đã xóa");
    await bend("update files set erased = true where name = 'đã xóa'");
    expect(await alike(sha256)).toEqual([]);
  });

  test("none is known for a document, nor for a picture before it was unpacked", async () => {
    const { sha256 } = await put(null, "tờ trình");
    await put(null, "công văn");
    await put(BITS, "ảnh");
    expect(await alike(sha256)).toEqual([]);
  });

  test("those that can be used are offered to a text, with all that it begins with", async () => {
    const { sha256 } = await put(BITS, "gốc");
    const { sha256: other } = await readyFile(office.reporter, "khác", { likeness: turned(2), caption: "Chợ nổi" });
    await readyFile(office.reporter, "hỏng", {
      ...{ likeness: BITS, state: "failed", failure: "unreadable", renditions: [], madeWith: null },
    });
    const { files } = await offeredFiles(asReporter(), { alike: sha256 });
    expect(files.map((file) => [file.sha256, file.caption])).toEqual([[other, "Chợ nổi"]]);
  });
});
