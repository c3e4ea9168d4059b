import { typeIn } from "#features/moves/testing.ts";
import { aHeadline, type Desk, expect, publicPath, test } from "./fixtures/desk.ts";
import { inDatabase } from "./fixtures/people.ts";

/** An article that its reporter has written and sent on the desk's pages. */
async function writtenAndSent(reporter: Desk, text: Parameters<Desk["write"]>[0]): Promise<number> {
  const number = await reporter.write(text);
  await reporter.submit();
  return number;
}

test("an article goes through two people to readers, is mended, taken down and given back", async ({
  desk,
  request,
}) => {
  test.slow();
  const [reporter, approver] = [await desk("reporter"), await desk("approver")];
  const headline = aHeadline("Khai mạc hội thao");
  const number = await writtenAndSent(reporter, { headline, body: "Sân vận động kín chỗ." });

  await approver.page.goto("/desk");
  await expect(approver.page.getByRole("region", { name: /Chờ tôi xử lý/ })).toContainText(headline);
  await approver.page.getByRole("link", { name: headline }).first().click();
  await expect(approver.preview.getByRole("heading", { name: headline })).toBeVisible();
  await approver.press("Trả lại", { reason: "Sai họ tên, chức danh", words: "Ghi rõ tên sân vận động." });
  await expect(approver.page.getByText("Đã trả lại cho người viết.")).toBeVisible();
  await expect(approver.page.getByRole("button", { name: "Gửi duyệt" })).toHaveCount(0);

  await reporter.page.goto("/desk");
  await reporter.page.getByRole("link", { name: headline }).first().click();
  await expect(reporter.page.getByText("Ghi rõ tên sân vận động.").first()).toBeVisible();
  await reporter.page.locator(".body-text").click();
  await reporter.page.keyboard.press("Control+End");
  await reporter.page.keyboard.type(" Đó là sân Hồ Sen.");
  await reporter.page.getByLabel("Trả lời lời nhắn (không bắt buộc)").fill("Đã ghi tên sân.");
  await reporter.submit();

  await approver.review(number);
  const note = approver.page.getByRole("region", { name: "Lời nhắn khi trả lại" });
  await expect(note).toContainText(/“Ghi rõ tên sân vận động\.”.+ trả lời: “Đã ghi tên sân\.”/);
  await expect(approver.page.getByText("Thay đổi so với bản đã trả lại")).toBeVisible();
  await expect(approver.page.locator("ins")).toContainText("Đó là sân Hồ Sen.");
  await approver.press("Duyệt và đăng ngay");
  await expect(approver.page.getByText("Đã duyệt và đăng.")).toBeVisible();
  const path = await publicPath(approver);
  const plainly = { maxRedirects: 0, failOnStatusCode: false };
  expect(await (await request.get(path)).text()).toContain("Đó là sân Hồ Sen.");

  await reporter.review(number);
  await reporter.press("Cập nhật bài");
  await reporter.page.waitForURL(/done=revise/);
  await reporter.page.getByLabel("Sapo (tóm tắt)").fill("Chiều nay, hội thao phường đã khai mạc.");
  await reporter.submit();
  await approver.review(number);
  await expect(approver.page.locator("ins").first()).toContainText("Chiều");
  await approver.press("Duyệt và đăng ngay");
  await approver.page.waitForURL(/done=approve_and_publish/);
  await expect.poll(async () => (await request.get(path)).text()).toContain("Chiều nay, hội thao phường");

  await approver.press("Gỡ bài", { reason: "Đã gộp vào bài khác", into: "bài kia" });
  const asked = approver.page.getByRole("dialog", { name: "Gỡ bài" });
  await expect(asked.getByLabel("Bài được gộp vào")).toHaveAccessibleDescription(
    /Chưa rõ bài được gộp vào là bài nào\./,
  );
  await expect(asked.getByLabel("Bài được gộp vào")).toBeFocused();
  await expect(asked.getByLabel("Lý do", { exact: true })).toHaveValue("merged");
  await approver.page.keyboard.press("Escape");
  await approver.press("Gỡ bài", { reason: "Có sai sót", words: "Rà soát lại số liệu." });
  await expect(approver.page.getByText("Đã gỡ bài.")).toBeVisible();
  await expect.poll(async () => (await request.get(path, plainly)).status()).toBe(410);
  await approver.press("Đăng lại");
  await approver.page.waitForURL(/done=restore/);
  await expect.poll(async () => (await request.get(path, plainly)).status()).toBe(200);
  await approver.page.getByRole("heading", { name: "Quá trình xử lý" }).click();
  await expect(approver.page.getByText("“Rà soát lại số liệu.”")).toBeVisible();
  await expect(approver.page.getByText("Mã kiểm tra của các bước ở đây khớp nhau.")).toBeVisible();
});

test("where a link leads is seen before it is approved, and a host of mixed scripts by its true name", async ({
  desk,
}) => {
  const [{ page, ...reporter }, approver] = [await desk("reporter"), await desk("approver")];
  const number = await reporter.write({ body: "Xem https://apple.example" });
  await page.keyboard.press("Shift+Home");
  await page.keyboard.press("Control+k");
  const address = page.getByRole("dialog").getByLabel("Địa chỉ", { exact: true });
  await address.fill("аpple.example/tin");
  await expect(address).toHaveAccessibleDescription(/Tên miền thật: xn--pple-43d\.example/);
  await address.press("Enter");
  await reporter.submit();

  await approver.review(number);
  await expect(
    approver.page.locator("details", { hasText: "Liên kết ra ngoài trang" }).getByRole("listitem"),
  ).toHaveText("Xem https://apple.example → https://аpple.example/tin (tên miền thật: xn--pple-43d.example)");
});

test("the approver's own mend waits for one tap of the reporter", async ({ desk }) => {
  const [reporter, approver] = [await desk("reporter"), await desk("approver")];
  const headline = aHeadline("Lịch cấp nước");
  const number = await writtenAndSent(reporter, { headline });
  await approver.review(number);
  await approver.page.getByRole("button", { name: "Sửa bài" }).click();
  const warning = approver.page.getByRole("dialog", { name: "Sửa bài" });
  await expect(warning).toContainText("Nếu sửa, cần một người khác xác nhận trước khi đăng.");
  await warning.getByRole("link", { name: "Vẫn sửa" }).click();
  await approver.page.locator(".body-text[contenteditable=true]").waitFor();
  await approver.page.getByLabel("Sapo (tóm tắt)").fill("Từ tối nay, nước được cấp trở lại.");
  await expect(approver.page.getByText(/Đã lưu lúc/)).toBeVisible();
  await approver.review(number);
  await expect(approver.page.getByText(/Chưa duyệt được: nội dung của .+ còn chờ người khác xác nhận/)).toBeVisible();
  await expect(approver.page.getByRole("button", { name: "Duyệt và đăng ngay" })).toBeHidden();

  await reporter.page.goto("/desk");
  const waiting = reporter.page.getByRole("region", { name: /Chờ tôi xử lý/ });
  await expect(waiting).toContainText("Chờ xác nhận nội dung sửa");
  await waiting.getByRole("link", { name: headline }).click();
  const changes = reporter.page.getByRole("group").filter({ hasText: "Thay đổi so với bản tôi viết gần nhất" });
  await expect(changes.locator("ins").first()).toContainText("Từ");
  await reporter.press("Xác nhận nội dung sửa");
  await expect(reporter.page.getByText("Đã xác nhận nội dung sửa.", { exact: true })).toBeVisible();

  await approver.review(number);
  const button = { name: "Duyệt và đăng ngay", exact: true };
  await approver.page.getByRole("button", button).click();
  const asked = approver.page.getByRole("dialog", button);
  await expect(asked).toContainText(headline);
  await expect(asked.locator("code")).toHaveText(/^[0-9a-f]{12}$/);
  await asked.getByRole("button", button).click();
  await expect(approver.page.getByText("Đã duyệt và đăng.")).toBeVisible();
});

test("whoever sees a text for the first time is told that all of it is new to them, whoever mended it is shown nothing", async ({
  desk,
  sent,
}) => {
  const [approver, editor] = [await desk("approver2"), await desk("editor")];
  const number = await sent();
  await editor.openText(number);
  await editor.page.getByLabel("Sapo (tóm tắt)").fill("Sapo do biên tập viên sửa.");
  await expect(editor.page.getByText(/Đã lưu lúc/)).toBeVisible();
  await approver.review(number);
  await expect(approver.page.getByText(/^Toàn bộ nội dung là mới: .+ chưa viết hay xác nhận bản nào/)).toBeVisible();
  await expect(approver.page.locator("ins, del")).toHaveCount(0);
  await editor.review(number);
  await expect(editor.page.getByText("Không có gì thay đổi so với bản tôi viết gần nhất.")).toBeVisible();
  await expect(editor.page.getByText(/^Toàn bộ nội dung là mới/)).toHaveCount(0);
});

test("a press on a page that shows an older text is refused in place", async ({ desk, sent }) => {
  const [approver, editor] = [await desk("approver"), await desk("editor")];
  const number = await sent();
  await approver.review(number);
  await editor.openText(number);
  await editor.page.getByLabel("Sapo (tóm tắt)").fill("Một sapo khác.");
  await expect(editor.page.getByText(/Đã lưu lúc/)).toBeVisible();
  await approver.press("Duyệt và đăng ngay");
  await expect(approver.page.getByRole("alert").first()).toContainText("Nội dung đã thay đổi so với bản đang xem");
  await expect(approver.page.getByText("Chờ duyệt", { exact: true })).toBeVisible();
});

test("what a press lacks is said beside its field, in the desk's own words", async ({ desk, sent }) => {
  const approver = await desk("approver");
  await approver.review(await sent());
  await approver.press("Trả lại");
  const asked = approver.page.getByRole("dialog", { name: "Trả lại" });
  const reason = asked.getByLabel("Lý do", { exact: true });
  await expect(reason).toBeFocused();
  await expect(reason).toHaveAttribute("aria-invalid", "true");
  await expect(asked.getByLabel("Lời nhắn cho người viết")).toHaveAccessibleDescription(/Chưa ghi lời nhắn/);
  await reason.selectOption({ label: "Lý do khác" });
  await expect(reason).not.toHaveAttribute("aria-invalid");
  await approver.page.keyboard.press("Escape");

  await approver.press("Duyệt và hẹn giờ", { at: "2031-02-15" });
  const at = approver.page.getByLabel("Giờ đăng");
  await expect(at).toHaveAccessibleDescription(/Chưa rõ là ngày giờ nào.+Giờ đăng cần có cả ngày và giờ/);
  await at.fill("15-2-2021 7h30");
  await expect(at).toHaveAccessibleDescription("Hiểu là Thứ hai 15/02/2021, 07:30: giờ này đã qua.");
  await at.press("Enter");
  await expect(at).toHaveValue("15/02/2021 07:30");
  await expect(at).toHaveAccessibleDescription(/Giờ hẹn đăng phải ở sau lúc này\./);
});

test("approving and scheduling are one press, and the hour is Việt Nam's", async ({ desk, sent }) => {
  const approver = await desk("approver");
  const number = await sent();
  await approver.review(number);
  await approver.press("Duyệt và hẹn giờ", { at: "7 giờ 30 ngày 15/2/2031" });
  await expect(approver.page.getByText("Bài sẽ tự đăng lúc 07:30 ngày 15/02/2031.")).toBeVisible();

  // Another hour is one press, told as one thing, and picked as well as typed.
  await approver.page.getByRole("button", { name: "Đổi giờ" }).click();
  const asked = approver.page.getByRole("dialog", { name: "Đổi giờ" });
  await asked.getByLabel("Giờ đăng").fill("15-02-2031 07:30");
  await asked.getByRole("button", { name: "Chọn trên lịch" }).click();
  await asked.getByRole("button", { name: /Chủ nhật.+16 tháng 0?2 năm 2031/i }).click();
  await asked.getByLabel("Giờ", { exact: true }).selectOption("19");
  await expect(asked.getByLabel("Giờ đăng")).toHaveValue("16/02/2031 19:30");
  await asked.getByRole("button", { name: "Đổi giờ", exact: true }).click();
  await expect(approver.page.getByText("Bài sẽ tự đăng lúc 19:30 ngày 16/02/2031.")).toBeVisible();
  await approver.page.getByText("Quá trình xử lý").click();
  await expect(approver.page.getByText("đổi giờ đăng thành 19:30 ngày 16/02/2031.")).toBeVisible();
  await expect(approver.page.getByText("hủy hẹn giờ.")).toHaveCount(0);
  await approver.page.goto(`/desk/documents/${number}`);
  await expect(approver.page.getByText(/Đã hẹn giờ đăng.*nên không sửa được nữa/)).toBeVisible();
  await expect(approver.page.locator(".body-text[contenteditable=true]")).toHaveCount(0);
  await approver.review(number);
  await approver.press("Hủy hẹn giờ");
  await expect(approver.page.getByText("Đã hủy hẹn giờ.", { exact: true })).toBeVisible();
});

test("an emergency text is countersigned by another approver, who looks at what readers have", async ({
  desk,
  sent,
  product,
}) => {
  const [approver, second] = [await desk("approver"), await desk("approver2")];
  const headline = aHeadline("Khẩn: bão số 9");
  const number = await sent(headline);
  // Whoever may simply approve has no emergency: this one has mended the text, and nobody is there to confirm it.
  await approver.review(number);
  await approver.page.getByRole("button", { name: "Việc khác" }).click();
  const others = approver.page.getByRole("dialog").getByRole("button");
  const takesAway = approver.page.getByRole("group", { name: "Lấy đi, gỡ xuống hoặc khép lại" }).getByRole("button");
  await expect(takesAway).toHaveText(["Không sử dụng"]);
  await expect(others.filter({ hasText: "Nhân bản" })).toBeVisible();
  await expect(others.filter({ hasText: "Đăng khẩn" })).toHaveCount(0);
  const [mender] = await inDatabase(
    product,
    'select a.site_id as "siteId", p.id as "personId" from documents a, people p where a.id = $1 and p.email = $2',
    [number, approver.email],
  );
  await typeIn(mender, number, { standfirst: "Bão số 9 vào trong đêm nay." });
  await approver.review(number);
  await approver.press("Đăng khẩn", { words: "Bão vào trong đêm." });
  await approver.page.waitForURL(/done=emergency_publish/);
  await expect(approver.page.getByText("Đăng khẩn, chưa hậu kiểm", { exact: true })).toBeVisible();
  await expect(approver.page.getByRole("button", { name: "Xác nhận hậu kiểm" })).toHaveCount(0);
  await second.page.goto("/desk");
  const waiting = second.page.getByRole("region", { name: /Chờ tôi xử lý/ });
  await waiting.getByRole("link", { name: headline }).click();
  await expect(second.page.getByRole("button", { name: "Không đồng ý, xử lý lại" })).toBeVisible();
  await expect(second.page.getByText("Lý do đăng khẩn: Bão vào trong đêm.")).toBeVisible();
  await second.press("Xác nhận hậu kiểm");
  await expect(second.page.getByText("Đã xác nhận hậu kiểm.")).toBeVisible();
  const record = second.page.locator("dl").filter({ hasText: "Người đã viết hoặc sửa bài" });
  await expect(record).toContainText(/: đăng khẩn.+: xác nhận hậu kiểm/);
});

test("the page in the frame, which may run nothing, carries nothing to run", async ({ desk, sent }) => {
  const approver = await desk("approver");
  const headline = aHeadline("Ngày hội đọc sách");
  const number = await sent(headline);
  await approver.review(number);
  await expect(approver.preview.getByRole("heading", { name: headline })).toBeVisible();
  await expect(approver.preview.locator("body")).not.toHaveCSS("font-family", /^"?Times/);
  const html = await (await approver.page.request.get(`/desk/documents/${number}/preview`)).text();
  expect(html).toContain(headline);
  expect(html).not.toMatch(/<script(?! type="application\/ld\+json")/);
});

test("a button that asks before it acts cannot be pressed in vain before the page's scripts have come", async ({
  desk,
  sent,
}) => {
  const approver = await desk("approver");
  const number = await sent();
  const scripts = Promise.withResolvers<void>();
  await approver.page.route(/\.js$/, async (route) => {
    await scripts.promise;
    await route.continue();
  });
  await approver.page.goto(`/desk/documents/${number}`, { waitUntil: "commit" });
  const sendBack = approver.page.getByRole("button", { name: "Trả lại" });
  await expect(sendBack).toBeDisabled();
  scripts.resolve();
  await sendBack.click();
  await expect(approver.page.getByRole("dialog", { name: "Trả lại" })).toBeVisible();
});

test("an approver sees also what the page does not show: where else it is listed, its address, an author it hides", async ({
  desk,
}) => {
  const [reporter, approver] = [await desk("reporter"), await desk("approver")];
  const number = await reporter.write({ headline: "Lịch thu gom rác mùa mưa" });
  const { page } = reporter;
  await page.locator("[data-field=secondSectionIds] summary").click();
  await page.locator("[data-field=secondSectionIds]").getByLabel("Tin phường").check();
  await page.getByLabel("Họ tên tác giả thứ 1").fill("Mạc Thị Giấu Tên");
  await page.getByLabel("Ẩn tên với bạn đọc").click();
  await reporter.press("Gửi duyệt");
  await page.waitForURL(/done=submit/);

  await approver.review(number);
  const facts = approver.page.getByRole("group").filter({ hasText: "Thông tin kèm theo bài" });
  await expect(facts).toContainText("Chuyên mục đăng thêm: Tin phường");
  await expect(facts).toContainText("Tác giả: Mạc Thị Giấu Tên – ẩn với bạn đọc");
  await expect(facts).toContainText("Đường dẫn bài viết: lich-thu-gom-rac-mua-mua");
  await expect(approver.preview.getByText("Mạc Thị Giấu Tên")).toHaveCount(0);
});

test("keys go past the page in the frame to the moves", async ({ desk, sent }) => {
  const approver = await desk("approver");
  const { page } = approver;
  await approver.review(await sent());
  await expect(approver.preview.locator("article")).toBeVisible();
  await page.getByRole("link", { name: "Mở ở trang riêng" }).focus();
  for (const part of ["Nội dung còn thiếu", "Thông tin kèm theo bài", "Người viết và xác nhận"]) {
    await page.keyboard.press("Tab");
    await expect(page.locator("summary").filter({ hasText: part })).toBeFocused();
  }
  await page.locator("summary").filter({ hasText: "Quá trình xử lý" }).focus();
  await page.keyboard.press("Tab");
  await expect(page.locator("summary").filter({ hasText: "Lịch sử phiên bản" })).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Duyệt và đăng ngay" })).toBeFocused();
});
