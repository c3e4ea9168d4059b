import { carryOut } from "#features/moves/commands.ts";
import { seen, typeIn } from "#features/moves/testing.ts";
import { give } from "#features/questions/commands.ts";
import { ASKED, aForm, aQuestion } from "#features/questions/testing.ts";
import { ask } from "./fixtures/ask.ts";
import { call, saidIn } from "./fixtures/by-name.ts";
import { tabTo } from "./fixtures/focus.ts";
import { expect, type OwnSite, test } from "./fixtures/office.ts";
import { inDatabase } from "./fixtures/people.ts";
import { cookieOf } from "./fixtures/sessions.ts";

const [FORM, CODE] = ["/hoi-dap/gui", "/hoi-dap/tra-cuu"];

/** A form as a page of the site sends it, or somebody else. */
const send = (office: OwnSite, path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
  ask(office.host, path, {
    method: "POST",
    headers: {
      ...{ origin: `http://${office.host}`, "sec-fetch-site": "same-origin" },
      ...{ "content-type": "application/x-www-form-urlencoded", ...headers },
    },
    body: new URLSearchParams(fields).toString(),
  });
const codeIn = (body: Buffer) => /<strong>([0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4})<\/strong>/.exec(body.toString())?.[1];

test("a citizen without scripts asks, an editor answers, an approver publishes, and the citizen finds the answer by the code", async ({
  office,
  product,
  browser,
  pageOf,
}) => {
  test.slow();
  const page = await (await browser.newContext({ javaScriptEnabled: false, locale: "vi-VN" })).newPage();
  await page.goto(`${office.url}/hoi-dap`);
  await expect(page.getByText("Chưa có câu hỏi nào được trả lời trên trang này.")).toBeVisible();
  // By keyboard alone.
  await tabTo(page, page.getByRole("link", { name: "Gửi câu hỏi" }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Gửi câu hỏi");
  await tabTo(page, page.getByLabel(/Nội dung câu hỏi/));
  await page.keyboard.type("Sáng thứ Bảy?");
  await tabTo(page, page.getByLabel(/Thư điện tử hoặc điện thoại/));
  await page.keyboard.type("hỏi hàng xóm");
  await tabTo(page, page.getByRole("button", { name: "Gửi câu hỏi" }));
  await page.keyboard.press("Enter");
  // All at once, each beside its field, and every word is still there.
  await expect(page.getByRole("alert")).toContainText("Cần sửa 3 chỗ");
  await expect(page.getByLabel(/Về việc/)).toHaveAccessibleDescription(/Hãy viết vắn tắt/);
  await expect(page.getByLabel(/Họ và tên/)).toHaveAccessibleDescription("Hãy ghi họ và tên.");
  await expect(page).toHaveTitle(/^Chưa gửi được câu hỏi/);
  await expect(page.getByLabel(/Nội dung câu hỏi/)).toHaveValue("Sáng thứ Bảy?");
  await expect(page.getByLabel(/Thư điện tử hoặc điện thoại/)).toHaveValue("hỏi hàng xóm");
  await tabTo(page, page.getByRole("alert").getByRole("link").first());
  await page.keyboard.press("Enter");
  await expect(page.getByLabel(/Về việc/)).toBeFocused();
  await page.keyboard.type(ASKED.subject);
  await page.getByLabel(/Nội dung câu hỏi/).fill(ASKED.words);
  await page.getByLabel(/Họ và tên/).fill(ASKED.name);
  await page.getByLabel(/Thư điện tử hoặc điện thoại/).fill(ASKED.contact);
  await page.getByRole("button", { name: "Gửi câu hỏi" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Đã nhận câu hỏi");
  const code = (await page.locator(".question-code strong").textContent()) ?? "";
  expect(page.url()).toBe(office.url + FORM);
  // Whoever reloads sends it again, and is told the same.
  await page.reload();
  await expect(page.locator(".question-code strong")).toHaveText(code);
  const [{ n }] = await inDatabase(product, "select count(*)::int as n from questions where site_id = $1", [
    office.siteId,
  ]);
  expect(n).toBe(1);

  const editor = await pageOf(office, office.editor);
  await editor.goto("/desk");
  await editor.getByRole("link", { name: "Câu hỏi", exact: true }).click();
  await expect(editor.getByRole("heading", { name: /Đang chờ \(1\)/ })).toBeVisible();
  await expect(editor.getByText("còn 15 ngày làm việc")).toBeVisible();
  await editor.getByRole("link", { name: ASKED.subject }).click();
  await expect(editor.getByText("Tôi cần xác nhận giấy tờ.")).toBeVisible();
  await expect(editor.getByText(ASKED.name)).toBeHidden();
  await editor.getByRole("button", { name: "Xem người hỏi" }).click();
  await expect(editor.getByText(ASKED.contact)).toBeVisible();
  await expect(editor.getByText(/xem người hỏi\./)).toBeVisible();
  await editor.getByRole("button", { name: "Soạn trả lời" }).click();
  await editor.waitForURL(/\/desk\/documents\/\d+$/);
  const article = Number(/\d+$/.exec(editor.url())?.[0]);
  await expect(editor.getByText("Sáng thứ Bảy phường có tiếp dân không?")).toBeVisible();
  await editor.close();

  const lookUp = async () => {
    await page.goto(office.url + CODE);
    await page.getByLabel("Mã tra cứu").fill(code.toLowerCase().replaceAll("-", " "));
    await page.getByRole("button", { name: "Tra cứu" }).click();
    expect(page.url()).toBe(office.url + CODE);
  };
  await lookUp();
  await expect(page.getByRole("region", { name: "Tình trạng câu hỏi" })).toContainText("Đang soạn phần trả lời.");
  await typeIn(office.editor, article, { sectionId: office.news, slug: "gio-tiep-dan", standfirst: "Có tiếp dân." });
  await carryOut(office.editor, "submit", article, {});
  await carryOut(office.approver, ["approve", "publish"], article, await seen(office.approver, article));
  await lookUp();
  await page.getByRole("link", { name: ASKED.subject }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(ASKED.subject);
  await expect.poll(async () => (await ask(office.host, "/hoi-dap")).body.toString()).toContain(ASKED.subject);
  // Nothing of who asked is anywhere that readers come to.
  for (const path of ["/", "/hoi-dap", `/x/gio-tiep-dan-${article}`, "/rss.xml", "/so-do", "/tim-kiem?q=tiep+dan"]) {
    const body = (await ask(office.host, path)).body.toString();
    for (const said of [ASKED.name, ASKED.contact, code]) expect([path, body.includes(said)]).toEqual([path, false]);
  }
  await carryOut(office.editor, "hide", article, { reason: "Chờ kiểm tra" });
  await lookUp();
  await expect(page.getByRole("region", { name: "Tình trạng câu hỏi" })).toContainText("đang tạm gỡ để rà soát");
  await expect.poll(async () => (await ask(office.host, "/hoi-dap")).body.toString()).not.toContain(ASKED.subject);
  await page.context().close();
});

test("a form that comes twice is one question, and what no page of ours sends is none", async ({ office, product }) => {
  const kept = async () =>
    (await inDatabase(product, "select count(*)::int as n from questions where site_id = $1", [office.siteId]))[0].n;
  const form = aForm();
  const [one, other] = await Promise.all([send(office, FORM, form), send(office, FORM, form)]);
  expect([one.status, other.status, codeIn(one.body)]).toEqual([200, 200, codeIn(other.body)]);
  expect(codeIn(one.body)).toBeDefined();
  expect(one.headers["cache-control"]).toBe("no-store");
  expect(one.headers["content-security-policy"]).toContain("script-src 'self'");
  expect(await kept()).toBe(1);

  const foreign = { origin: "https://evil.example", "sec-fetch-site": "cross-site" };
  expect((await send(office, FORM, aForm(), foreign)).status).toBe(403);
  expect((await ask(office.host, FORM, { method: "POST", body: "" })).status).toBe(403);
  expect((await send(office, FORM, aForm(), { "content-type": "text/plain" })).status).toBe(400);
  expect((await send(office, FORM, aForm({ words: "x".repeat(70_000) }))).status).toBe(413);
  expect((await ask(office.host, FORM, { method: "PUT" })).status).toBe(405);
  for (const path of ["/", "/hoi-dap", "/hoi-dap/gi-do"]) expect((await send(office, path, aForm())).status).toBe(405);
  const marked = await send(office, FORM, aForm({ subject: "<script>alert(1)</script>", name: "" }));
  expect([marked.status, marked.body.includes("<script>alert")]).toEqual([422, false]);
  expect(await kept()).toBe(1);
});

test("each form has a secret of its own, and nothing that was sent comes to anybody else", async ({ office }) => {
  const forms = await Promise.all(Array.from({ length: 4 }, () => ask(office.host, FORM)));
  const secrets = forms.map(({ body }) => /name="to-khai" value="([0-9a-f-]{36})"/.exec(body.toString())?.[1]);
  expect(new Set(secrets).size).toBe(4);
  expect(forms.map(({ headers }) => headers["cache-control"])).toEqual(Array(4).fill("private, no-cache"));
  const [wrong, plain] = await Promise.all([send(office, FORM, aForm({ name: "" })), ask(office.host, FORM)]);
  expect(wrong.body.toString()).toContain(ASKED.contact);
  for (const { body } of [plain, await ask(office.host, FORM)]) expect(body.toString()).not.toContain(ASKED.contact);
});

test("a reporter to whom it was not given gets nothing of a question, by no page and no press", async ({
  office,
  product,
}) => {
  const rows = (statement: string, values?: unknown[]) => inDatabase(product, statement, values);
  const { id } = await aQuestion(rows, office.siteId);
  const cookie = await cookieOf(product, office.reporter.personId);
  const page = async () => (await ask(office.host, `/desk/questions/${id}`, { headers: { cookie } })).body.toString();
  expect(await page()).not.toContain(ASKED.subject);
  const press = async (name: string, fields: Record<string, unknown>) =>
    saidIn(await call(name, fields, { host: office.host, path: `/desk/questions/${id}`, cookie }));
  for (const name of ["showAsker", "answerQuestion", "reopenQuestion"] as const)
    expect([name, await press(name, { question: id })]).toEqual([name, "not_found"]);
  expect(await press("closeQuestion", { question: id, reason: "elsewhere" })).toBe("not_found");
  await give(office.editor, id, office.reporter.personId);
  expect(await page()).toContain(ASKED.subject);
  expect(await page()).not.toContain(ASKED.contact);
  expect(await press("closeQuestion", { question: id, reason: "elsewhere" })).toBe("not_allowed");
});

// The last one here: all of this file come from one address, which is slow afterwards.
test("whoever guesses codes, or sends question after question, is slowed down and loses no word", async ({
  office,
}) => {
  // Together, for tokens come back while one after the other is answered.
  const guesses = Array.from({ length: 100 }, (_, at) => send(office, CODE, { ma: `0000-0000-${1000 + at}` }));
  const statuses = (await Promise.all(guesses)).map(({ status }) => status);
  expect([...new Set(statuses)].sort()).toEqual([404, 429]);
  let last = await send(office, FORM, aForm());
  for (let at = 0; at < 40 && last.status === 200; at += 1) last = await send(office, FORM, aForm());
  expect(last.status).toBe(429);
  expect(last.body.toString()).toContain("hãy bấm gửi lại sau vài phút");
  expect(last.body.toString()).toContain(ASKED.words.split("\n")[0]);
});
