import type { Page } from "@playwright/test";
import { pin } from "#features/arranging/commands.ts";
import { carryOut } from "#features/moves/commands.ts";
import { published } from "#features/moves/testing.ts";
import { toTyped } from "#lib/dates.ts";
import { ask } from "./fixtures/ask.ts";
import { call, saidIn } from "./fixtures/by-name.ts";
import { holdFrames } from "./fixtures/focus.ts";
import { inDatabase } from "./fixtures/people.ts";
import { expect, test } from "./fixtures/root.ts";
import { cookieOf } from "./fixtures/sessions.ts";
import { expectSaving } from "./fixtures/writing.ts";

/** The headlines of what leads the page at an address, as readers get it. */
async function leadAt(host: string, path: string): Promise<string[]> {
  const html = (await ask(host, path)).body.toString();
  const [, lead = ""] = /<div class="front">(.*?)<\/section>/s.exec(html) ?? [];
  return [...lead.matchAll(/<h3><a [^>]*>([^<]*)<\/a><\/h3>/g)].map(([, headline = ""]) => headline);
}

const HOME = "/desk/fronts/home";
const slot = (page: Page, place: number) =>
  page.getByRole("listitem").filter({ hasText: `Tin nổi bật, vị trí ${place}` });

test("an editor puts an article into a slot by words, moves it, leaves the slot to its rule, and takes that back", async ({
  office,
  rootDesk,
}) => {
  test.slow();
  for (const headline of ["Cầu cửa hồ lên đèn", "Đường quanh hồ thông xe", "Chợ phiên mở lại", "Lớp bơi cho trẻ em"])
    await published(office, { headline });
  const lead = () => leadAt(office.host, "/");
  await expect
    .poll(lead)
    .toEqual(["Lớp bơi cho trẻ em", "Chợ phiên mở lại", "Đường quanh hồ thông xe", "Cầu cửa hồ lên đèn"]);

  const { page } = await rootDesk("editor");
  await page.goto(HOME);
  await page.getByRole("button", { name: "Chọn bài cho Tin nổi bật, vị trí 1" }).click();
  const field = page.getByRole("combobox", { name: "Bài" });
  await field.fill("cau cua ho");
  await expect(page.getByRole("option", { name: /Cầu cửa hồ lên đèn/ })).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(field).toHaveValue("Cầu cửa hồ lên đèn");
  await page.getByRole("button", { name: "Ghim ngay" }).click();
  await expect(slot(page, 1)).toContainText("Đã ghim");
  await expect
    .poll(lead, { intervals: [50] })
    .toEqual([...["Cầu cửa hồ lên đèn", "Lớp bơi cho trẻ em", "Chợ phiên mở lại", "Đường quanh hồ thông xe"]]);

  await page.getByRole("button", { name: "Chuyển bài ở Tin nổi bật, vị trí 1 xuống" }).click();
  await expect(slot(page, 2)).toContainText("Cầu cửa hồ lên đèn");
  await expect
    .poll(lead, { intervals: [50] })
    .toEqual([...["Lớp bơi cho trẻ em", "Cầu cửa hồ lên đèn", "Chợ phiên mở lại", "Đường quanh hồ thông xe"]]);

  // By the pointer the same, up and down again.
  await slot(page, 2).dragTo(slot(page, 1));
  await expect(slot(page, 1)).toContainText("Cầu cửa hồ lên đèn");
  await expect.poll(async () => (await lead())[0], { intervals: [50] }).toBe("Cầu cửa hồ lên đèn");
  await slot(page, 1).dragTo(slot(page, 2));
  await expect(slot(page, 2)).toContainText("Cầu cửa hồ lên đèn");
  await expect.poll(async () => (await lead())[1], { intervals: [50] }).toBe("Cầu cửa hồ lên đèn");

  await page.getByRole("button", { name: "Bỏ ghim ở Tin nổi bật, vị trí 2" }).click();
  await expect(slot(page, 2)).toContainText("Chợ phiên mở lại");
  await page.getByRole("button", { name: "Hoàn tác" }).click();
  await expect(slot(page, 2)).toContainText("Cầu cửa hồ lên đèn");
  await expect.poll(async () => (await lead())[1], { intervals: [50] }).toBe("Cầu cửa hồ lên đèn");
});

test("an article that is hidden leaves its slot to the next one, and has it again when it is restored", async ({
  office,
  product,
  root,
}) => {
  const [first, second] = [
    await published(office, { headline: "Bài đầu" }),
    await published(office, { headline: "Bài sau" }),
  ];
  const cookie = await cookieOf(product, root.editor.personId);
  const by = String(root.editor.personId);
  const said = {
    sectionId: "",
    base: "0",
    over: "0",
    by,
    from: "",
    band: "lead",
    slot: "0",
    article: String(first),
    until: "",
  };
  expect(saidIn(await call("pinArticle", said, { host: office.host, path: HOME, cookie }))).toBe("yes");
  const lead = () => leadAt(office.host, "/");
  await expect.poll(lead).toEqual(["Bài đầu", "Bài sau"]);
  await carryOut(office.editor, "hide", first, { reason: "Chờ kiểm tra số liệu" });
  await expect.poll(lead, { intervals: [50] }).toEqual(["Bài sau"]);
  await carryOut(office.approver, "restore", first, {});
  await expect.poll(lead, { intervals: [50] }).toEqual(["Bài đầu", "Bài sau"]);
  expect(second).toBeGreaterThan(first);
});

test("a pin and a notice that end by the clock leave the front, and the next one has the slot", async ({
  office,
  root,
}) => {
  test.slow();
  const ends = new Date(Date.now() + 45_000).toISOString();
  const pinned = await published(office, { headline: "Bài ghim" });
  await published(office, { headline: "Bài thường" });
  await published(office, { headline: "Cúp nước", kind: "notice", validUntil: ends });
  const lead = () => leadAt(office.host, "/");
  const until = new Date(Date.now() + 15_000).toISOString();
  await pin(root.editor, { sectionId: null, base: 0, over: 0 }, { band: "lead", slot: 0, article: pinned, until });
  await expect.poll(lead, { intervals: [20] }).toEqual(["Bài ghim", "Cúp nước", "Bài thường"]);
  await expect.poll(lead, { intervals: [50], timeout: 30_000 }).toEqual(["Cúp nước", "Bài thường", "Bài ghim"]);
  expect(Date.now()).toBeGreaterThanOrEqual(Date.parse(until));
  await expect.poll(lead, { intervals: [50], timeout: 60_000 }).toEqual(["Bài thường", "Bài ghim"]);
  expect(Date.now()).toBeGreaterThanOrEqual(Date.parse(ends));
});

test("what is chosen from an hour on stands in the preview of that hour and not now, and can be taken back", async ({
  office,
  rootDesk,
}) => {
  await published(office, { headline: "Bài cũ hơn" });
  await published(office, { headline: "Bài mới hơn" });
  const { page } = await rootDesk("editor");
  const at = toTyped(new Date(Date.now() + 2 * 86_400_000));
  await page.goto(HOME);
  await page.getByLabel("Xem trang vào lúc").fill(at);
  await page.getByRole("button", { name: "Xem", exact: true }).click();
  await expect(page.getByText("Đang xem trang như vào")).toBeVisible();
  await page.getByRole("button", { name: "Chuyển bài ở Tin nổi bật, vị trí 2 lên" }).click();
  await expect(slot(page, 1)).toContainText("Bài cũ hơn");
  const preview = page.frameLocator("iframe");
  await expect(preview.locator(".front h3").first()).toHaveText("Bài cũ hơn");
  expect(await leadAt(office.host, "/")).toEqual(["Bài mới hơn", "Bài cũ hơn"]);
  await page.getByRole("button", { name: "Hủy hẹn" }).click();
  await expect(slot(page, 1)).toContainText("Bài mới hơn");
});

test("an hour that was typed before the scripts had come is looked at", async ({ office, rootDesk }) => {
  await published(office, { headline: "Bài mới" });
  const { page } = await rootDesk("editor");
  const come = Promise.withResolvers<void>();
  await page.route("**/_next/static/chunks/*.js", async (route) => {
    await come.promise;
    await route.continue();
  });
  await page.goto(HOME, { waitUntil: "commit" });
  await page.getByLabel("Xem trang vào lúc").fill(toTyped(new Date(Date.now() + 2 * 86_400_000)));
  await expect(page.getByRole("button", { name: "Chọn trên lịch" })).toBeDisabled();
  come.resolve();
  await expect(page.getByRole("button", { name: "Chọn trên lịch" })).toBeEnabled();
  await page.getByRole("button", { name: "Xem", exact: true }).click();
  await expect(page.getByText("Đang xem trang như vào")).toBeVisible();
});

test("of two who look at one front the second to press is told, and sees what the first has done", async ({
  office,
  rootDesk,
}) => {
  for (const headline of ["Một", "Hai", "Ba"]) await published(office, { headline });
  const [one, other] = [await rootDesk("editor"), await rootDesk("approver")];
  await one.page.goto(HOME);
  await other.page.goto(HOME);
  await one.page.getByRole("button", { name: "Chuyển bài ở Tin nổi bật, vị trí 2 lên" }).click();
  await expect(slot(one.page, 1)).toContainText("Hai");
  await other.page.getByRole("button", { name: "Chuyển bài ở Tin nổi bật, vị trí 3 lên" }).click();
  await expect(other.page.getByText("vừa đổi trang này")).toBeVisible();
  await expect(slot(other.page, 1)).toContainText("Hai");
});

test("a press that is forged, of whoever may not, or garbage chooses nothing", async ({ office, product, root }) => {
  const article = String(await published(office));
  const pressed =
    (personId: number | null, change: Record<string, string> = {}, headers = {}) =>
    async () => {
      const said = {
        ...{ sectionId: "", base: "0", over: "0", by: String(personId ?? 1), from: "", band: "lead", slot: "0" },
        ...{ article, until: "", ...change },
      };
      const cookie = personId === null ? {} : { cookie: await cookieOf(product, personId) };
      return saidIn(await call("pinArticle", said, { host: office.host, path: HOME, headers, ...cookie }));
    };
  expect(await pressed(null)()).toBe("signed_out");
  for (const { personId } of [office.reporter, office.admin, office.editor, office.approver])
    expect(await pressed(personId)()).toBe("not_allowed");
  const { personId } = root.editor;
  const foreign = { origin: "https://xa-ben.example", "sec-fetch-site": "cross-site" };
  expect(await pressed(personId, {}, foreign)()).not.toBe("yes");
  const garbage: Record<string, string>[] = [
    { band: "<b>" },
    { slot: "-1" },
    { article: "mấy chữ" },
    { from: "mai" },
    { until: "hôm nào" },
    { until: "01/01/2020 07:00" },
  ];
  for (const change of garbage) expect([change, await pressed(personId, change)()]).toEqual([change, "bad_input"]);
  expect(await pressed(personId, { by: String(office.reporter.personId) })()).toBe("other_person");
  expect(await inDatabase(product, "select number from front_choices where site_id = $1", [office.siteId])).toEqual([]);
  const twice = await Promise.all([pressed(personId)(), pressed(personId)()]);
  expect(twice.toSorted()).toEqual(["out_of_date", "yes"]);
});

test("how the home page is arranged goes through two people: by keyboard, with words and tiles of its own", async ({
  office,
  rootDesk,
}) => {
  test.slow();
  await published(office, { headline: "Bài mới nhất" });
  const [editor, approver] = [await rootDesk("editor"), await rootDesk("approver")];
  const { page } = editor;
  await page.goto("/desk/fronts");
  await page.getByRole("button", { name: "Tạo bản sắp xếp" }).click();
  await page.waitForURL(/\/desk\/documents\/\d+$/);
  const number = Number(/\d+$/.exec(page.url())?.[0]);
  const bands = page.getByRole("list", { name: "Các dải" }).getByRole("heading", { level: 3 });
  await holdFrames(page);
  await page.getByLabel("Thêm dải").selectOption({ label: "Ô tiện ích" });
  await page.getByRole("button", { name: "Thêm", exact: true }).click();
  await expect(bands.last()).toContainText("Ô tiện ích");
  await expect(page.getByLabel("Tên dải bạn đọc thấy").last()).toBeFocused();
  await page.keyboard.type("Dịch vụ công");
  await page.getByRole("button", { name: "Thêm ô" }).click();
  await page.getByLabel("Chữ trên ô 1").fill("Nộp hồ sơ");
  await page.getByLabel("Địa chỉ của ô 1").fill("/tim-kiem");
  await page.getByRole("button", { name: "Chuyển lên: Dịch vụ công" }).focus();
  for (let step = 0; step < 5; step += 1) await page.keyboard.press("Alt+ArrowUp");
  await expect(bands.first()).toContainText("Dịch vụ công");
  await expect(page.getByRole("button", { name: "Chuyển lên: Dịch vụ công" })).toBeFocused();
  // By the pointer, down and up again.
  const handle = (at: number) => page.getByRole("list", { name: "Các dải" }).getByTitle("Kéo để đổi chỗ").nth(at);
  await handle(0).dragTo(bands.nth(1));
  await expect(bands.nth(1)).toContainText("Dịch vụ công");
  await handle(1).dragTo(bands.first());
  await expect(bands.first()).toContainText("Dịch vụ công");
  await expectSaving(page, "clean");
  await editor.submit();

  await approver.page.goto(`/desk/documents/${number}/review`);
  await expect(approver.preview.getByRole("link", { name: "Nộp hồ sơ" })).toBeVisible();
  await approver.press("Duyệt và đăng ngay");
  await approver.page.waitForURL(/done=approve_and_publish/);
  const home = async () => (await ask(office.host, "/")).body.toString();
  await expect.poll(home, { intervals: [50] }).toContain('<a href="/tim-kiem">Nộp hồ sơ</a>');
  expect((await home()).indexOf("Dịch vụ công")).toBeLessThan((await home()).indexOf("Bài mới nhất"));
});
