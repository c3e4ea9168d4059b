import { carryOut } from "#features/moves/commands.ts";
import { published } from "#features/moves/testing.ts";
import { publishedTopic } from "#features/moves/testing-root.ts";
import { choose } from "#features/topics/commands.ts";
import { ask } from "./fixtures/ask.ts";
import { call, saidIn } from "./fixtures/by-name.ts";
import { fromMenu } from "./fixtures/desk.ts";
import { inDatabase } from "./fixtures/people.ts";
import { expect, test } from "./fixtures/root.ts";
import { cookieOf } from "./fixtures/sessions.ts";
import { expectSaving } from "./fixtures/writing.ts";

test("an editor begins a topic and chooses for it, an approver signs its words, and readers find it with its articles", async ({
  office,
  page: reader,
  root,
  rootDesk,
}) => {
  test.slow();
  const [pinned, other] = [
    await published(office, { headline: "Thông đường quanh hồ" }),
    await published(office, { headline: "Cầu cửa hồ lên đèn" }),
  ];
  const [editor, approver] = [await rootDesk("editor"), await rootDesk("approver")];
  const { page } = editor;
  await fromMenu(page, "Dòng sự kiện");
  await page.getByRole("button", { name: "Tạo dòng sự kiện" }).click();
  await page.waitForURL(/\/desk\/documents\/\d+$/);
  const number = Number(/\d+$/.exec(page.url())?.[0]);
  await page.getByRole("textbox", { name: "Tên dòng sự kiện" }).fill("Đi trọn một vòng hồ");
  await page.getByLabel("Sapo (tóm tắt)").fill("Con đường quanh hồ làm trong ba năm.");
  await expectSaving(page, "clean");
  await editor.submit();

  // By its number, and by keyboard alone.
  await page.goto(`/desk/topics/${number}`);
  await expect(page.getByText("Bạn đọc chưa thấy dòng sự kiện này.")).toBeVisible();
  const field = page.getByRole("combobox", { name: "Bài cần thêm" });
  await field.focus();
  await page.keyboard.type(String(pinned));
  await expect(page.getByRole("option", { name: /Thông đường quanh hồ/ })).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(field).toHaveValue(`Thông đường quanh hồ (số ${pinned})`);
  await page.keyboard.press("Enter");
  const chosen = page.getByRole("region", { name: /^Bài trong dòng sự kiện/ });
  await expect(chosen.getByRole("link", { name: "Thông đường quanh hồ" })).toBeVisible();
  await expect(field).toHaveValue("");
  const pin = page.getByRole("button", { name: "Ghim bài “Thông đường quanh hồ” lên đầu" });
  await pin.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("region", { name: /^Bài ghim/ })).toContainText("Thông đường quanh hồ");

  // From the other article, on a phone.
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(`/desk/documents/${other}`);
  const panel = page.locator("details").filter({ has: page.getByText("Dòng sự kiện", { exact: true }) });
  await panel.locator("summary").click();
  await panel.getByRole("combobox", { name: "Dòng sự kiện" }).fill("vong ho");
  await page.getByRole("option", { name: /Đi trọn một vòng hồ/ }).click();
  await panel.getByRole("button", { name: "Đưa vào dòng sự kiện" }).click();
  await expect(panel.getByRole("link", { name: "Đi trọn một vòng hồ" })).toBeVisible();
  for (const path of ["/desk/topics", `/desk/topics/${number}`]) {
    await page.goto(path);
    expect([path, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([path, 360]);
  }

  await approver.page.goto(`/desk/documents/${number}/review`);
  await expect(approver.preview.getByRole("heading", { level: 1 })).toHaveText("Đi trọn một vòng hồ");
  await approver.press("Duyệt và đăng ngay");
  await approver.page.waitForURL(/done=approve_and_publish/);

  await expect.poll(async () => (await ask(office.host, "/chu-de")).body.toString()).toContain("Đi trọn một vòng hồ");
  await reader.goto(`${office.url}/chu-de`);
  await reader.getByRole("link", { name: "Đi trọn một vòng hồ" }).click();
  await expect(reader.getByRole("heading", { level: 1 })).toHaveText("Đi trọn một vòng hồ");
  await expect(reader.getByRole("heading", { level: 2 })).toHaveText(["Bài chính", "Mới nhất"]);
  await expect(reader.getByRole("heading", { level: 3 })).toHaveText(["Thông đường quanh hồ", "Cầu cửa hồ lên đèn"]);
  await reader.getByRole("link", { name: "Cầu cửa hồ lên đèn" }).click();
  const box = reader.getByRole("region", { name: "Đi trọn một vòng hồ" });
  await expect(box.getByRole("link", { name: "Đi trọn một vòng hồ" })).toBeVisible();
  await expect(box.getByRole("link", { name: "Thông đường quanh hồ" })).toBeVisible();
  await carryOut(root.approver, "withdraw", number, { reason: "error" });
  await expect.poll(async () => (await ask(office.host, "/chu-de/di-tron-mot-vong-ho")).status).toBe(410);
});

test("an article that is hidden leaves its topic at once, is named to whoever chooses, and comes back by itself", async ({
  office,
  root,
  rootDesk,
}) => {
  const topicId = await publishedTopic(root);
  const articleId = await published(office, { headline: "Thông đường quanh hồ" });
  await choose(office.editor, { topicId, articleId, choice: "added" });
  const shown = async () => (await ask(office.host, "/chu-de/di-tron-mot-vong-ho")).body.toString();
  await expect.poll(shown).toContain("Thông đường quanh hồ");
  await carryOut(office.editor, "hide", articleId, { reason: "Chờ kiểm tra số liệu" });
  await expect.poll(shown, { intervals: [50] }).not.toContain("Thông đường quanh hồ");
  const { page } = await rootDesk("editor");
  await page.goto(`/desk/topics/${topicId}`);
  await expect(page.getByRole("region", { name: /^Bài đang vắng mặt/ })).toContainText("Thông đường quanh hồ");
  await carryOut(office.approver, "restore", articleId, {});
  await expect.poll(shown, { intervals: [50] }).toContain("Thông đường quanh hồ");
});

test("a press that is forged, of a page of somebody else's, or garbage chooses nothing, and one sent twice is one", async ({
  office,
  product,
  root,
}) => {
  const [topic, article] = [await publishedTopic(root), await published(office)];
  const path = `/desk/topics/${topic}`;
  const cookies = {
    reporter: await cookieOf(product, office.reporter.personId),
    admin: await cookieOf(product, office.admin.personId),
    editor: await cookieOf(product, office.editor.personId),
  };
  const pressed = async (said: Record<string, unknown>, cookie?: string, headers = {}) =>
    saidIn(
      await call(
        "chooseForTopic",
        { topic: String(topic), article: String(article), choice: "added", ...said },
        { host: office.host, path, headers, ...(cookie === undefined ? {} : { cookie }) },
      ),
    );
  const kept = async () =>
    (await inDatabase(product, "select choice from topic_choices where topic_id = $1 order by id", [topic])).map(
      ({ choice }) => choice,
    );
  expect(await pressed({})).toBe("signed_out");
  for (const cookie of [cookies.reporter, cookies.admin]) expect(await pressed({}, cookie)).toBe("not_allowed");
  const foreign = { origin: "https://xa-ben.example", "sec-fetch-site": "cross-site" };
  expect(await pressed({}, cookies.editor, foreign)).not.toBe("yes");
  for (const said of [{ choice: "liked" }, { article: "mấy chữ" }, { topic: "" }, { article: "9".repeat(40) }])
    expect([said, await pressed(said, cookies.editor)]).toEqual([said, "bad_input"]);
  expect(await kept()).toEqual([]);
  const twice = await Promise.all([pressed({}, cookies.editor), pressed({}, cookies.editor)]);
  expect(twice.toSorted()).toEqual(["wrong_state", "yes"]);
  expect(await kept()).toEqual(["added"]);
});
