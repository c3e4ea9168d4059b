import type { Page } from "@playwright/test";
import { start } from "#features/moves/commands.ts";
import { aText, drafted, storyOf, typeIn } from "#features/moves/testing.ts";
import type { OwnSite } from "./fixtures/office.ts";
import { inDatabase } from "./fixtures/people.ts";
import { expect, test } from "./fixtures/root.ts";
import { signedInAs } from "./fixtures/sessions.ts";
import { cutOff, DRAFTS, expectSaving, headline, keptHere, standfirst, untilHeard } from "./fixtures/writing.ts";

const headlineOf = async (office: OwnSite, id: number) => (await storyOf(office.reporter, id)).buffer?.content.headline;
const offered = (page: Page) => page.getByRole("alert").filter({ hasText: "Trên máy này còn nội dung chưa lưu" });
const lookedAtAgain = (page: Page) => page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));

test("Back and Forward lead to the newest text: one's own, what still waited to be saved, and a colleague's", async ({
  office,
  openDraft,
}) => {
  const { id, page } = await openDraft();
  await headline(page).fill("Câu đã lưu");
  await expectSaving(page, "clean");
  await page.getByRole("button", { name: "Xem trước" }).click();
  await page.waitForURL(/review$/);
  await page.goBack();
  await expect(headline(page)).toHaveValue("Câu đã lưu");
  await headline(page).fill("Câu đã lưu, viết tiếp");
  await expectSaving(page, "clean");
  expect(await headlineOf(office, id)).toBe("Câu đã lưu, viết tiếp");

  // left by a link while its save cannot get through: the next editor of the article has the words, and one save
  const mend = await cutOff(page, DRAFTS);
  await headline(page).fill("Câu còn chờ lưu");
  await page.getByRole("link", { name: "Tin, bài" }).click();
  await page.waitForURL(/\/desk\/documents$/);
  mend();
  await page.goBack();
  await expect(headline(page)).toHaveValue("Câu còn chờ lưu");
  await expectSaving(page, "clean", 20_000);
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(offered(page)).toHaveCount(0);
  expect(await headlineOf(office, id)).toBe("Câu còn chờ lưu");

  await page.getByRole("link", { name: "Tin, bài" }).click();
  await page.waitForURL(/\/desk\/documents$/);
  await typeIn(office.editor, id, aText(office.party, { headline: "Biên tập viên sửa" }));
  await page.goBack();
  await expect(headline(page)).toHaveValue("Biên tập viên sửa");
  await page.goBack();
  await page.goForward();
  await expect(headline(page)).toHaveValue("Biên tập viên sửa");
});

test("the browser fills in none of an editor's fields from what stood there before, and none of its buttons sends them", async ({
  office,
  pageOf,
  root,
}) => {
  const editor = await pageOf(office, root.editor);
  for (const kind of ["article", "page", "site"] as const) {
    await editor.goto(`/desk/documents/${await start(root.editor, kind)}`);
    await expectSaving(editor, "clean");
    const { fields, kept, submits } = await editor.locator(".text-editor").evaluate((frame) => {
      const fields = [...frame.querySelectorAll<HTMLInputElement>("input, textarea, select")];
      const isOff = ({ form }: HTMLInputElement) => form?.autocomplete === "off";
      const kept = fields.filter((field) => !isOff(field)).map((field) => field.outerHTML);
      return { fields: fields.length, kept, submits: frame.querySelectorAll("form button:not([type=button])").length };
    });
    expect(fields, kind).toBeGreaterThan(3);
    expect([kept, submits], kind).toEqual([[], 0]);
  }
});

test("an article that was left by a link counts as open in other tabs until its words are saved", async ({
  office,
  openDraft,
}) => {
  const { id, page } = await openDraft();
  const beside = await page.context().newPage();
  await beside.goto(page.url().replace(/\/desk.*/, "/desk/documents"));
  const open = () =>
    beside.evaluate(async () => {
      const { held = [] } = await navigator.locks.query();
      return held.filter(({ name }) => name?.startsWith("toasoan.tab.")).length;
    });
  await expect.poll(open).toBe(1);
  const held = Promise.withResolvers<void>();
  await page.route("**/api/drafts/*", async (route) => {
    await held.promise;
    await route.continue();
  });
  await headline(page).fill("Câu còn trên đường");
  await page.getByRole("link", { name: "Tin, bài" }).click();
  await page.waitForURL(/\/desk\/documents$/);
  await expect(headline(page)).toHaveCount(0);
  expect(await open()).toBe(1);
  held.resolve();
  await expect.poll(open).toBe(0);
  expect(await headlineOf(office, id)).toBe("Câu còn trên đường");
});

test("a page that the browser put away and brings back shows what the server has by then", async ({
  office,
  openDraft,
}) => {
  const { id, page } = await openDraft();
  await expectSaving(page, "clean");
  await typeIn(office.editor, id, aText(office.party, { headline: "Biên tập viên sửa" }));
  await page.evaluate(() => window.dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true })));
  await expect(headline(page)).toHaveValue("Biên tập viên sửa");
});

test("a page that is loaded anew by Back, as in a restored tab, begins from the server's text and not from what stood in its fields", async ({
  office,
  openDraft,
}) => {
  const { id, page } = await openDraft();
  const address = page.url();
  await headline(page).fill("Câu của hôm qua");
  await standfirst(page).fill("Sapo của hôm qua.");
  await expectSaving(page, "clean");
  await page.goto("/robots.txt");
  await typeIn(office.editor, id, aText(office.party, { headline: "Biên tập viên sửa", standfirst: "Sapo đã sửa." }));
  const answer = page.waitForResponse(address);
  await page.goBack();
  expect((await answer).headers()["cache-control"]).toBe("no-store");
  await untilHeard(page);
  await expect(headline(page)).toHaveValue("Biên tập viên sửa");
  await expect(standfirst(page)).toHaveValue("Sapo đã sửa.");
  await expectSaving(page, "clean");
  await headline(page).fill("Viết tiếp");
  await expectSaving(page, "clean");
  await expect(page.getByRole("dialog")).toBeHidden();
  expect((await storyOf(office.reporter, id)).buffer?.content).toMatchObject({
    headline: "Viết tiếp",
    standfirst: "Sapo đã sửa.",
  });
});

test("changing tabs leaves the editor alone while the server is away, answers with an error, or the session has ended", async ({
  product,
  office,
  openDraft,
}) => {
  const { id, page } = await openDraft();
  await headline(page).fill("Câu đã lưu");
  await expectSaving(page, "clean");
  const address = page.url();
  const loads: string[] = [];
  page.on("request", (request) => {
    if (!request.url().includes("/api/")) loads.push(request.url());
  });

  // Nothing has changed since: the page stays as it is, undoing and all.
  const same = page.waitForResponse("**/api/drafts/*");
  await lookedAtAgain(page);
  expect((await same).status()).toBe(200);

  for (const answer of ["abort", 500, 200] as const) {
    const asked = page.waitForRequest("**/api/drafts/*");
    await page.route("**/*", (route) =>
      answer === "abort" ? route.abort() : route.fulfill({ status: answer, body: "<p>Bảo trì</p>" }),
    );
    await lookedAtAgain(page);
    await asked;
    await page.unroute("**/*");
    await expect(headline(page)).toHaveValue("Câu đã lưu");
  }
  await inDatabase(product, "update sessions set ended_at = now(), ended_because = 'reset' where person_id = $1", [
    office.reporter.personId,
  ]);
  await lookedAtAgain(page);
  await expectSaving(page, "signed_out");
  await expect(page.getByRole("link", { name: "Đăng nhập" })).toBeVisible();
  await expect(headline(page)).toHaveValue("Câu đã lưu");
  expect([page.url(), loads]).toEqual([address, []]);

  await signedInAs(page.context(), product, office.url, office.reporter.personId);
  await page.getByRole("button", { name: "Thử lại" }).click();
  await headline(page).fill("Viết tiếp sau khi đăng nhập lại");
  await expectSaving(page, "clean");
  expect(await headlineOf(office, id)).toBe("Viết tiếp sau khi đăng nhập lại");
});

test("words that are not saved yet stay on a page that is looked at again, whatever the server has by then", async ({
  office,
  openDraft,
}) => {
  const { id, page } = await openDraft();
  const mend = await cutOff(page, DRAFTS, "PUT");
  await headline(page).fill("Câu chưa lưu");
  await expectSaving(page, "offline");
  await typeIn(office.editor, id, aText(office.party, { headline: "Biên tập viên sửa" }));
  const loads: string[] = [];
  page.on("request", (request) => {
    if (/document|fetch/.test(request.resourceType()) && !request.url().includes("/api/")) loads.push(request.url());
  });
  const asked = page.waitForResponse((answer) => answer.request().method() === "GET");
  await lookedAtAgain(page);
  expect((await asked).status()).toBe(200);
  mend();
  await expectSaving(page, "conflict", 20_000);
  await expect(headline(page)).toHaveValue("Câu chưa lưu");
  expect(loads).toEqual([]);
});

test("a browser that can keep nothing says so at once, also while the server saves", async ({ office, pageOf }) => {
  const id = await drafted(office);
  const page = await pageOf(office, office.reporter);
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException("storage is switched off", "SecurityError");
    };
  });
  await page.goto(`/desk/documents/${id}`);
  await untilHeard(page);
  await headline(page).fill("Máy chủ vẫn lưu");
  await expect(page.locator("[data-save]")).toContainText("Trình duyệt này không giữ được bản tạm");
  await expectSaving(page, "clean");
  expect(await headlineOf(office, id)).toBe("Máy chủ vẫn lưu");
});

test("a store that is full is said in the status line, and whoever closes the page is asked, until there is room again", async ({
  office,
  pageOf,
}) => {
  const id = await drafted(office);
  const page = await pageOf(office, office.reporter);
  const status = page.locator("[data-save]");
  const browser = await page.context().newCDPSession(page);
  await browser.send("Storage.overrideQuotaForOrigin", { origin: office.url, quotaSize: 1 });
  await page.goto(`/desk/documents/${id}`);
  await untilHeard(page);
  await page.route("**/api/drafts/*", (route) => route.abort());
  await headline(page).fill("Câu không còn chỗ giữ");
  await expect(status).toContainText("Trình duyệt này không giữ được bản tạm");
  await expectSaving(page, "offline");
  await expect(status).not.toContainText("được giữ trên máy này");
  const asked = page.waitForEvent("dialog");
  await page.close({ runBeforeUnload: true });
  const dialog = await asked;
  expect(dialog.type()).toBe("beforeunload");
  await dialog.dismiss();

  await browser.send("Storage.overrideQuotaForOrigin", { origin: office.url });
  await headline(page).fill("Câu đã có chỗ giữ");
  await expect(status).toHaveText("Mất kết nối. Nội dung chưa lưu được giữ trên máy này.");
  expect(await keptHere(page)).toBe(1);
});
