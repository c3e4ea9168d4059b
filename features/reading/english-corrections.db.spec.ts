import { describe, expect, test } from "vitest";
import { carryOut } from "#features/moves/commands.ts";
import { anOffice, published, type Root, rootOf } from "#features/moves/testing.ts";
import { oneOffice } from "#features/moves/testing-office.ts";
import { publishAtRoot, publishedPage, publishedTranslation, typeAtRoot } from "#features/moves/testing-root.ts";
import { englishCorrections } from "./english.ts";
import { find } from "./find.ts";
import { sitemap } from "./sitemap.ts";

const { office } = oneOffice();

const at = (path: string) => find(office.siteId, path, "");
const why = { reason: "Chờ kiểm tra" };

describe("corrections of what is said in English", () => {
  const told = async (own: { siteId: number }) =>
    (await englishCorrections(own.siteId, 1))?.notes.map(({ number, note }) => [number, note]);
  const corrected = async (own: Root, english: number, correction: string) => {
    await carryOut(own.editor, "correct", english, {});
    await typeAtRoot(own.editor, english, { correction });
    await publishAtRoot(own, english);
  };

  test("are listed the newest first, also of pages, each as long as readers have it and what it is the sister of", async () => {
    const root = await rootOf(office);
    expect(await englishCorrections(office.siteId, 1)).toEqual({ page: 1, pages: 1, notes: [] });
    const article = await published(office);
    const first = await publishedTranslation(root, article, { slug: "first" });
    const page = await publishedPage(root, { title: "Liên hệ", slug: "lien-he-3" });
    const second = await publishedTranslation(root, page, { title: "Contact", slug: "contact" });
    const map = () => sitemap(office.siteId, "https://thu.example");
    expect(await map()).not.toContain("/en/corrections<");
    await corrected(root, first, "There are 12 teams.");
    await corrected(root, second, "The number ends in 4.");
    await corrected(root, first, "There are 14 teams.");
    const all = [
      [first, "There are 14 teams."],
      [second, "The number ends in 4."],
      [first, "There are 12 teams."],
    ];
    expect(await told(office)).toEqual(all);
    expect(await map()).toContain("/en/corrections<");
    // One that says nothing new of it is none.
    await carryOut(root.editor, "revise", first, {});
    await typeAtRoot(root.editor, first, { title: "Ward sports day is over" });
    await publishAtRoot(root, first);
    expect(await told(office)).toEqual(all);
    await carryOut(office.editor, "hide", article, why);
    expect(await told(office)).toEqual(all.slice(1, 2));
    await carryOut(office.approver, "restore", article, {});
    await carryOut(root.approver, "withdraw", second, { reason: "expired" });
    expect(await told(office)).toEqual([all[0], all[2]]);
    expect(await told(await anOffice())).toEqual([]);
  });

  test("have their address beside the list of all of it, in any spelling, and no page that is empty", async () => {
    expect(await at("/en/corrections")).toEqual({ kind: "english_corrections", page: 1, path: "/en/corrections" });
    for (const path of ["/EN/Corrections", "/en/corrections/page/1", "/en/corrections/page/01"]) {
      expect(await at(path)).toMatchObject({ path: "/en/corrections" });
    }
    for (const path of [
      "/en/corrections/page/9",
      "/en/corrections/page",
      "/en/corrections/2",
      "/en/corrections/page/1/x",
    ]) {
      expect(await at(path)).toEqual({ kind: "unknown", english: true });
    }
  });
});
