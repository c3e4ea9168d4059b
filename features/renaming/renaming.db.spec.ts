import { expect, test } from "vitest";
import { hold } from "#db/testing-locks.ts";
import { parsed } from "#features/edge/input.ts";
import { start } from "#features/moves/commands.ts";
import { anOffice, type Person, published, rootOf } from "#features/moves/testing.ts";
import { officeForEach } from "#features/moves/testing-office.ts";
import { aPage, publishAtRoot, publishedPage, typeAtRoot } from "#features/moves/testing-root.ts";
import { find } from "#features/reading/find.ts";
import { LONGEST_SECTION, RESERVED_AT_ROOT } from "#features/sites/names.ts";
import { onRecord } from "#features/sites/testing.ts";
import { agreeToName, dropName, proposeName } from "./commands.ts";
import { NameForm } from "./forms.ts";
import { namesWaitingFor, sectionsToNameFor } from "./queries.ts";
import { lastOf, namedNow, renamedByTwo } from "./testing.ts";

const { db, rows, bend, office } = officeForEach();
const { deeds, announced } = onRecord(rows);

const which = async (sectionId = office.party, base?: number) => ({
  sectionId,
  base: base ?? (await lastOf(office.siteId, sectionId)),
});
const outcome = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    ({ code, sentence }) => [code, sentence],
  );
const proposed = async (name: string, slug = "", by: Person = office.admin, base?: number) =>
  outcome(proposeName(by, await which(office.party, base), { name, slug }));
const agreed = async (by: Person = office.approver, base?: number) =>
  outcome(agreeToName(by, await which(office.party, base)));
const dropped = async (by: Person, base?: number) => outcome(dropName(by, await which(office.party, base)));
const now = () => namedNow(office.siteId, office.party);
const staff = (person: Person, role: "administrator" | "approver" | "reporter", sectionId: number | null = null) => ({
  ...{ ...person, name: "", email: "", sessionId: "" },
  grants: [{ role, sectionId }],
});
const asAdmin = () => staff(office.admin, "administrator");
const asApprover = () => staff(office.approver, "approver", office.news);

const WAS = { name: "Đảng - đoàn thể", slug: "dang-doan-the" };

test("a name that an administrator has proposed is readers' once an approver has agreed, on record and told to every page", async () => {
  await published(office);
  const before = await announced(office.siteId);
  expect(await proposed("  Mặt trận   và đoàn thể ")).toBe("done");
  expect(await now()).toEqual(WAS);
  expect(await announced(office.siteId)).toEqual(before);
  const after = { name: "Mặt trận và đoàn thể", slug: "mat-tran-va-doan-the" };
  expect((await namesWaitingFor(asApprover())).map(({ id, last }) => [id, last?.after])).toEqual([
    [office.party, after],
  ]);
  const proposalId = await lastOf(office.siteId, office.party);
  expect(await agreed()).toBe("done");
  expect(await now()).toEqual(after);
  expect((await deeds(office.siteId)).slice(0, 2)).toEqual([
    {
      ...{ kind: "section_renamed", by: office.approver.personId },
      payload: { sectionId: office.party, because: "proposal", proposalId, before: WAS, after },
    },
    {
      ...{ kind: "section_name_proposed", by: office.admin.personId },
      payload: { sectionId: office.party, before: WAS, after },
    },
  ]);
  expect((await announced(office.siteId)).slice(before.length)).toEqual([`site:${office.siteId}`]);
  expect(await namesWaitingFor(asApprover())).toEqual([]);
});

test("old addresses of a section and of its articles lead to where they are today, at once, however often it was renamed", async () => {
  const id = await published(office);
  await renamedByTwo(office, office.party, "Đoàn thể");
  await renamedByTwo(office, office.party, "Các đoàn thể");
  for (const old of ["/dang-doan-the", "/doan-the"]) {
    expect(await find(office.siteId, old, "")).toMatchObject({ kind: "section", path: "/cac-doan-the" });
    expect(await find(office.siteId, `${old}/khai-mac-hoi-thao-phuong-${id}`, "")).toMatchObject({
      path: `/cac-doan-the/khai-mac-hoi-thao-phuong-${id}`,
    });
  }
  const section = (await sectionsToNameFor(asAdmin())).find((one) => one.id === office.party);
  expect(section?.former).toEqual(["dang-doan-the", "doan-the"]);
  // Its own old address it may have again.
  await renamedByTwo(office, office.party, "Đảng - đoàn thể");
  expect(await find(office.siteId, "/cac-doan-the", "")).toMatchObject({ path: "/dang-doan-the" });
  expect(await find(office.siteId, "/dang-doan-the", "")).toMatchObject({ path: "/dang-doan-the" });
});

test("an address may stay as it was while the name changes, or be typed", async () => {
  await renamedByTwo(office, office.party, "Đảng, đoàn thể", "dang-doan-the");
  expect(await now()).toEqual({ name: "Đảng, đoàn thể", slug: "dang-doan-the" });
  await renamedByTwo(office, office.party, "Đảng, đoàn thể", "dang-bo");
  expect(await now()).toEqual({ name: "Đảng, đoàn thể", slug: "dang-bo" });
});

test("nobody proposes but administrators, nobody agrees but approvers of the section, and others are told nothing", async () => {
  for (const by of [office.approver, office.stranger, office.editor, office.reporter]) {
    expect((await proposed("Đoàn thể", "", by))[0]).toBe("not_allowed");
  }
  expect(await proposed("Đoàn thể")).toBe("done");
  for (const by of [office.admin, office.stranger, office.editor, office.reporter]) {
    expect(await agreed(by)).toEqual(["not_allowed", expect.any(String)]);
  }
  for (const by of [office.stranger, office.editor, office.reporter]) {
    expect(await dropped(by, 0)).toEqual(["not_allowed", expect.any(String)]);
  }
  const other = await anOffice();
  expect(await outcome(proposeName(other.admin, await which(), { name: "Chiếm", slug: "" }))).toEqual([
    ...["not_found", expect.stringContaining("không có chuyên mục đó")],
  ]);
  expect(await outcome(agreeToName(other.approver, await which()))).toEqual(["not_found", expect.any(String)]);
  expect(await now()).toEqual(WAS);
  await expect(sectionsToNameFor(staff(office.reporter, "reporter"))).rejects.toMatchObject({ code: "not_allowed" });
});

test("whoever became approver after proposing does not agree to their own words", async () => {
  expect(await proposed("Đoàn thể")).toBe("done");
  await bend("update office_events set by_id = $1 where kind = 'section_name_proposed'", [office.approver.personId]);
  expect(await agreed()).toEqual(["not_allowed", expect.stringContaining("không tự đồng ý")]);
});

test("a name that cannot be is refused in a sentence that says what to do, and nothing is on record", async () => {
  await publishedPage(await rootOf(office));
  const before = await deeds(office.siteId);
  const no = async (name: string, slug = "") => proposed(name, slug);
  expect(await no(" ")).toEqual(["bad_input", expect.stringContaining("hãy ghi tên")]);
  expect(await no("a".repeat(LONGEST_SECTION + 1))).toEqual(["bad_input", expect.stringContaining("hãy rút gọn")]);
  expect(await no("Đảng - đoàn thể")).toEqual(["bad_input", expect.stringContaining("hãy ghi tên mới")]);
  expect(await no("THÔNG BÁO")).toEqual(["wrong_state", expect.stringContaining("chuyên mục “Thông báo”")]);
  expect(await no("Liên hệ")).toEqual(["wrong_state", expect.stringContaining("một trang riêng")]);
  for (const slug of RESERVED_AT_ROOT) {
    expect(await no("Tên hay", slug)).toEqual(["wrong_state", expect.stringContaining("dành riêng cho hệ thống")]);
  }
  for (const slug of ["Đảng", "a b", "../x", "a--b", "-", "a".repeat(81), "%00", "<b>"]) {
    expect([slug, await no("Tên hay", slug)]).toEqual([
      slug,
      ["bad_input", expect.stringContaining("chữ thường không dấu")],
    ]);
  }
  expect(await deeds(office.siteId)).toEqual(before);
});

test("an old address of another section stays that one's", async () => {
  const rootApprover = (await rootOf(office)).approver;
  await bend("update sections set opened_at = now() where id = $1", [office.elsewhere]);
  await renamedByTwo({ admin: office.admin, approver: rootApprover }, office.elsewhere, "Tin báo");
  expect(await proposed("Thông báo")).toEqual([
    ...["wrong_state", expect.stringContaining("địa chỉ cũ của chuyên mục “Tin báo”")],
  ]);
});

test("of two who propose at once, or answer at once, the second is told who was quicker", async () => {
  const second = (await rootOf(office)).approver;
  await bend("insert into grants (person_id, site_id, role) values ($1, $2, 'administrator')", [
    office.reporter.personId,
    office.siteId,
  ]);
  const both = await Promise.all([proposed("Đoàn thể", "", office.admin, 0), proposed("Hội", "", office.reporter, 0)]);
  expect(both).toContain("done");
  expect(both).toContainEqual(["out_of_date", expect.stringMatching(/^(Admin|Reporter) vừa đề nghị một tên/)]);
  const base = await lastOf(office.siteId, office.party);
  const answers = await Promise.all([agreed(office.approver, base), agreed(second, base)]);
  expect(answers).toContain("done");
  expect(answers).toContainEqual(["out_of_date", expect.stringContaining("vừa đồng ý đổi tên chuyên mục này")]);
  expect(await dropped(office.admin, base)).toEqual(["out_of_date", expect.any(String)]);
  expect((await deeds(office.siteId)).filter(({ kind }) => kind === "section_renamed")).toHaveLength(1);
});

test("whoever agrees to what was changed meanwhile, or put aside, is told so; what was put aside can be proposed again", async () => {
  await proposed("Đoàn thể");
  const base = await lastOf(office.siteId, office.party);
  expect(await proposed("Hội đoàn")).toBe("done");
  expect(await agreed(office.approver, base)).toEqual(["out_of_date", expect.stringContaining("vừa đề nghị")]);
  expect(await dropped(office.approver)).toBe("done");
  expect(await agreed()).toEqual(["out_of_date", expect.stringContaining("không còn đề nghị nào")]);
  expect(await dropped(office.admin)).toEqual(["out_of_date", expect.any(String)]);
  expect(await now()).toEqual(WAS);
  await renamedByTwo(office, office.party, "Hội đoàn");
  expect(await now()).toEqual({ name: "Hội đoàn", slug: "hoi-doan" });
});

test("of two proposals from one screen one is kept, and what is of another section is answered there alone", async () => {
  const which = { sectionId: office.party, base: 0 };
  const twice = await Promise.all(
    ["Đoàn thể", "Hội đoàn"].map((name) => outcome(proposeName(office.admin, which, { name, slug: "" }))),
  );
  expect(twice.filter((said) => said === "done")).toHaveLength(1);
  expect(twice).toContainEqual(["out_of_date", expect.stringMatching(/^Admin vừa đề nghị [^\n]+\.$/)]);
  const base = await lastOf(office.siteId, office.party);
  const rootApprover = (await rootOf(office)).approver;
  for (const press of [agreeToName, dropName])
    expect(await outcome(press(rootApprover, { sectionId: office.elsewhere, base }))).toEqual([
      ...["out_of_date", "Chuyên mục này không còn đề nghị nào."],
    ]);
  expect(await lastOf(office.siteId, office.elsewhere)).toBe(0);
  expect(await now()).toEqual(WAS);
});

test("of ten thousand fields those of the form are read, and ten thousand names are refused in a sentence", () => {
  const many = Array.from({ length: 10_000 }, (_, at) => `truong-${at}`);
  const said = { sectionId: "1", base: "0", name: "Đoàn thể", slug: "" };
  const read = parsed(NameForm, { ...Object.fromEntries(many.map((name) => [name, "x"])), ...said });
  expect(read).toEqual({ sectionId: 1, base: 0, name: "Đoàn thể", slug: "" });
  for (const change of [{ name: many }, { slug: many }, { base: many }])
    expect(() => parsed(NameForm, { ...said, ...change })).toThrow(/^bad_input: [^\n]{5,160}$/);
});

test("an address that was taken between the proposal and the answer is refused then", async () => {
  await proposed("Liên hệ");
  await publishedPage(await rootOf(office));
  expect(await agreed()).toEqual(["wrong_state", expect.stringContaining("một trang riêng")]);
  expect(await now()).toEqual(WAS);
});

test.each(["page", "section"] as const)(
  "of a page and a section that want one address at once, it is the one's that comes first: a %s",
  async (first) => {
    const root = await rootOf(office);
    await published(office);
    const id = await start(root.editor, "page");
    await typeAtRoot(root.editor, id, aPage());
    await proposed("Liên hệ");
    const works = { page: () => outcome(publishAtRoot(root, id)), section: () => agreed() };
    const others = await hold(
      db.ownerUrl,
      `select pg_advisory_xact_lock(hashtextextended('sections of ${office.siteId}', 0))`,
    );
    const one = works[first]();
    await others.waitFor(1);
    const other = works[first === "page" ? "section" : "page"]();
    await others.waitFor(2);
    await others.letGo();
    expect(await one).toBe("done");
    expect(await other).toEqual([first === "page" ? "wrong_state" : "not_ready", expect.any(String)]);
    const found = await find(office.siteId, "/lien-he", "");
    expect(found.kind).toBe(first === "page" ? "own_page" : "section");
  },
);

test("what was proposed by somebody who is administrator no more is agreed to by nobody, until another one proposes it", async () => {
  await proposed("Đoàn thể");
  const { personId } = office.admin;
  await bend("update grants set ended_at = now() where person_id = $1", [personId]);
  expect(await agreed()).toEqual(["wrong_state", expect.stringContaining("không còn là người quản trị")]);
  await bend("update grants set ended_at = null where person_id = $1", [personId]);
  await bend("update people set switched_off_at = now() where id = $1", [personId]);
  expect(await agreed()).toEqual(["wrong_state", expect.stringContaining("không còn là người quản trị")]);
  expect(await now()).toEqual(WAS);
  await bend("insert into grants (person_id, site_id, role) values ($1, $2, 'administrator')", [
    ...[office.reporter.personId, office.siteId],
  ]);
  expect(await proposed("Đoàn thể", "", office.reporter)).toBe("done");
  expect(await agreed()).toBe("done");
});

test("addresses that lead elsewhere by now, or that no reader ever knew, are not said to lead to a section", async () => {
  const root = await rootOf(office);
  const formerOf = async () => (await sectionsToNameFor(asAdmin())).find(({ id }) => id === office.party)?.former;
  await renamedByTwo(office, office.party, "Liên hệ");
  await renamedByTwo(office, office.party, "Đoàn thể");
  expect(await formerOf()).toEqual([]);
  await published(office);
  expect(await formerOf()).toEqual(["dang-doan-the", "lien-he"]);
  await publishedPage(root);
  expect(await formerOf()).toEqual(["dang-doan-the"]);
});

test("an address of a section that no reader ever saw is free for another", async () => {
  const rootApprover = (await rootOf(office)).approver;
  await renamedByTwo({ admin: office.admin, approver: rootApprover }, office.elsewhere, "Tin báo");
  await renamedByTwo(office, office.party, "Thông báo");
  expect(await now()).toEqual({ name: "Thông báo", slug: "thong-bao" });
});
