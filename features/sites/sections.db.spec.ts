import { expect, test } from "vitest";
import { transaction } from "#db/transaction.ts";
import { carryOut } from "#features/moves/commands.ts";
import { runDue } from "#features/moves/due.ts";
import { anOffice, published, rootOf, seen, submitted } from "#features/moves/testing.ts";
import { officeForEach } from "#features/moves/testing-office.ts";
import { publishedPage } from "#features/moves/testing-root.ts";
import { makeSection } from "./make-section.ts";
import { LONGEST_SECTION, RESERVED_AT_ROOT } from "./names.ts";
import { openSections } from "./open-sections.ts";
import { sectionsOf } from "./sections-store.ts";
import { onRecord } from "./testing.ts";

const { rows, bend, office } = officeForEach();
const { deeds, announced } = onRecord(rows);

const made = (name: string, parentId: number | null = null) => {
  const { siteId, personId } = office.reporter;
  return transaction((tx) => makeSection(tx, { siteId, personId, because: "import" }, { name, parentId }));
};
const no = (name: string, parentId: number | null = null) =>
  made(name, parentId).then(
    () => "made",
    ({ code, sentence }) => [code, sentence],
  );
const tree = () => transaction((tx) => sectionsOf(tx, office.siteId));

test("a section that is made stands behind the last one beside it; who made it is on record, and every page hears of it", async () => {
  const before = await announced(office.siteId);
  const id = await made("  Chuyện  hồ ", office.news);
  expect((await tree()).at(-1)).toEqual({
    id,
    parentId: office.news,
    name: "Chuyện hồ",
    slug: "chuyen-ho",
    opened: false,
  });
  const after = {
    ...{ name: "Chuyện hồ", slug: "chuyen-ho", parentId: office.news },
    ...{ position: 2, strict: false, opened: false },
  };
  expect((await deeds(office.siteId))[0]).toEqual({
    ...{ kind: "section_made", by: office.reporter.personId },
    payload: { sectionId: id, because: "import", before: null, after },
  });
  expect((await announced(office.siteId)).slice(before.length)).toEqual([`site:${office.siteId}`]);
});

test("whoever names a section that cannot be is told in a sentence what to do, and nothing is on record", async () => {
  const root = await rootOf(office);
  await publishedPage(root);
  const other = await anOffice();
  const before = await deeds(office.siteId);
  expect(await no("  ")).toEqual(["bad_input", expect.stringContaining("hãy ghi tên")]);
  expect(await no("a".repeat(LONGEST_SECTION + 1))).toEqual(["bad_input", expect.stringContaining("hãy rút gọn")]);
  expect(await no("Dang doan the")).toEqual([
    "wrong_state",
    expect.stringMatching(/“Tin tức \/ Đảng - đoàn thể”: hãy dùng chuyên mục đó/),
  ]);
  expect(await no("Liên hệ")).toEqual(["wrong_state", expect.stringContaining("/lien-he đã là của một trang riêng")]);
  expect(await no("Chi bộ", other.news)).toEqual(["bad_input", expect.stringContaining("hãy chọn lại")]);
  for (const slug of RESERVED_AT_ROOT) {
    expect(await no(slug)).toEqual(["wrong_state", expect.stringContaining(`/${slug} dành riêng cho hệ thống`)]);
  }
  expect(await deeds(office.siteId)).toEqual(before);
});

test("the law keeps the same addresses for the program as the names of sections and pages do", async () => {
  const [{ said }] = await rows("select prosrc as said from pg_proc where proname = 'is_root_of_ours'");
  const kept = [...said.matchAll(/'([^']+)'/g)].map(([, slug]) => slug);
  expect(kept.toSorted()).toEqual(RESERVED_AT_ROOT.toSorted());
});

test("of two who make one section at the same moment one makes it, and the other is told that it is there", async () => {
  const both = await Promise.all([no("Chuyện hồ"), no("CHUYỆN HỒ")]);
  expect(both).toContain("made");
  expect(both).toContainEqual(["wrong_state", expect.stringContaining("/chuyen-ho đã là của chuyên mục")]);
  expect((await tree()).filter(({ slug }) => slug === "chuyen-ho")).toHaveLength(1);
  expect(
    (await deeds(office.siteId)).filter(({ payload }) => JSON.stringify(payload).includes("chuyen-ho")),
  ).toHaveLength(1);
});

test("the first live article opens its sections, in the name of who published it, and every page hears of it; a second one opens none", async () => {
  const id = await submitted(office, { secondSectionIds: [office.elsewhere] });
  await carryOut(office.approver, ["approve", "publish"], id, await seen(office.approver, id));
  const opened = (sectionId: number) => ({
    ...{ kind: "section_opened", by: office.approver.personId },
    payload: { sectionId, because: "go_live", before: { opened: false }, after: { opened: true } },
  });
  const lines = await deeds(office.siteId);
  expect(lines.slice(0, 2)).toEqual([opened(office.elsewhere), opened(office.party)]);
  const sites = async () => (await announced(office.siteId)).filter((fact) => fact === `site:${office.siteId}`);
  const many = (await sites()).length;
  await published(office, { secondSectionIds: [office.elsewhere] });
  expect(await deeds(office.siteId)).toEqual(lines);
  expect(await sites()).toHaveLength(many);
});

test("a section that an article opens by the clock is opened in nobody's name", async () => {
  const id = await submitted(office);
  const at = new Date(Date.now() + 3_600_000);
  await carryOut(office.approver, ["approve", "schedule"], id, { ...(await seen(office.approver, id)), at });
  expect((await deeds(office.siteId))[0]).not.toMatchObject({ kind: "section_opened" });
  const past = "now() - interval '1 second'";
  await bend(`update schedules set due_at = ${past}, next_try_at = ${past} where document_id = $1`, [id]);
  expect(await runDue()).toBe(1);
  expect((await deeds(office.siteId))[0]).toMatchObject({
    ...{ kind: "section_opened", by: null },
    payload: { sectionId: office.party, because: "go_live" },
  });
});

test("the sections of another site stay closed, whoever names them", async () => {
  const other = await anOffice();
  const before = await deeds(other.siteId);
  await transaction((tx) =>
    openSections(tx, { siteId: office.siteId, personId: null, because: "go_live" }, [other.party]),
  );
  expect(await deeds(other.siteId)).toEqual(before);
  expect(await rows("select opened_at from sections where id = $1", [other.party])).toEqual([{ opened_at: null }]);
});
