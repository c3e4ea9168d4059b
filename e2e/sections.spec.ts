import { published } from "#features/moves/testing.ts";
import { lastOf, namedNow } from "#features/renaming/testing.ts";
import { ask } from "./fixtures/ask.ts";
import { call, saidIn } from "./fixtures/by-name.ts";
import { expect, test } from "./fixtures/root.ts";
import { cookieOf } from "./fixtures/sessions.ts";

const PARTY = "Tin tức / Đảng - đoàn thể";

test("an administrator proposes another name, an approver agrees, and the old addresses lead on at once, never from one to another", async ({
  office,
  page: reader,
  pageOf,
}) => {
  test.slow();
  const id = await published(office);
  const [{ page: admin }, { page: approver }] = [
    { page: await pageOf(office, office.admin) },
    { page: await pageOf(office, office.approver) },
  ];
  const rename = async (from: string, to: string, path: string) => {
    await admin.goto("/desk/sections");
    const begin = admin.getByRole("button", { name: `Đổi tên chuyên mục ${from}` });
    await expect(begin).toBeEnabled();
    await begin.press("Enter");
    const dialog = admin.getByRole("dialog");
    await dialog.getByLabel("Tên chuyên mục").fill(to);
    await expect(dialog.getByLabel("Đường dẫn")).toHaveValue(path.slice(1));
    await expect(dialog).toContainText(`${office.host}${path}`);
    await expect(dialog).toContainText(/Địa chỉ cũ .+ vẫn dẫn tới chuyên mục/);
    await dialog.getByRole("button", { name: "Gửi đề nghị" }).press("Enter");
    await expect(dialog).toHaveCount(0);
    await expect(admin.getByText("Đang chờ người duyệt của chuyên mục đồng ý.")).toBeVisible();
    // Readers have nothing of it before two have said so.
    expect((await ask(office.host, path)).status).toBe(404);

    await approver.goto("/desk");
    const waiting = approver.getByRole("region", { name: "Tên chuyên mục đang chờ đồng ý" });
    await expect(waiting).toContainText(to);
    const agree = waiting.getByRole("button", { name: /^Đồng ý đổi tên/ });
    await expect(agree).toBeEnabled();
    await agree.press("Enter");
    const asked = approver.getByRole("dialog");
    await expect(asked).toContainText("Bạn đọc thấy tên mới ngay.");
    await asked.getByRole("button", { name: "Đồng ý" }).press("Enter");
    await expect(waiting).toHaveCount(0);
    await expect.poll(async () => (await ask(office.host, path)).status).toBe(200);
  };
  await rename(PARTY, "Đoàn thể", "/doan-the");
  await rename("Tin tức / Đoàn thể", "Các đoàn thể", "/cac-doan-the");
  for (const old of ["/dang-doan-the", "/doan-the"]) {
    await expect.poll(async () => (await ask(office.host, old)).status).toBe(308);
    const answer = await ask(office.host, old);
    expect([answer.status, answer.headers.location]).toEqual([308, "/cac-doan-the"]);
    const article = await ask(office.host, `${old}/khai-mac-hoi-thao-phuong-${id}`);
    expect([article.status, article.headers.location]).toEqual([
      ...[308, `/cac-doan-the/khai-mac-hoi-thao-phuong-${id}`],
    ]);
  }
  await reader.goto(`${office.url}/dang-doan-the`);
  await expect(reader.getByRole("heading", { level: 1 })).toHaveText("Các đoàn thể");
  await admin.goto("/desk/sections");
  const row = admin.getByRole("listitem").filter({ hasText: "Các đoàn thể" });
  await expect(row).toContainText("Địa chỉ cũ vẫn dẫn tới đây: /dang-doan-the, /doan-the");
  await expect(row).toContainText(/Trước đây là “Đoàn thể”\. Admin đề nghị, Approver đồng ý/);
  for (const page of [admin, approver]) {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto("/desk/sections");
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  }
});

test("what cannot be is said in the dialog, with what was typed still there; the second of two is told who was quicker", async ({
  office,
  pageOf,
}) => {
  const [first, second] = [await pageOf(office, office.admin), await pageOf(office, office.admin)];
  for (const page of [first, second]) {
    await page.goto("/desk/sections");
    await page.getByRole("button", { name: `Đổi tên chuyên mục ${PARTY}` }).click();
  }
  const dialog = first.getByRole("dialog");
  const send = (on = dialog) => on.getByRole("button", { name: "Gửi đề nghị" }).click();
  await dialog.getByLabel("Tên chuyên mục").fill("Tìm kiếm");
  await send();
  await expect(dialog.getByRole("alert")).toContainText("/tim-kiem dành riêng cho hệ thống");
  await expect(dialog.getByLabel("Tên chuyên mục")).toHaveValue("Tìm kiếm");
  await dialog.getByLabel("Tên chuyên mục").fill("Thông báo");
  await send();
  await expect(dialog.getByRole("alert")).toContainText("đã là của chuyên mục “Thông báo”");
  await dialog.getByRole("button", { name: "Giữ địa chỉ đang dùng" }).click();
  await expect(dialog).toContainText("Địa chỉ không đổi.");
  await send();
  await expect(dialog).toHaveCount(0);

  const late = second.getByRole("dialog");
  await late.getByLabel("Tên chuyên mục").fill("Mặt trận");
  await send(late);
  await expect(late.getByRole("alert")).toContainText("Admin vừa đề nghị một tên cho chuyên mục này");
  expect(await namedNow(office.siteId, office.party)).toMatchObject({ name: "Đảng - đoàn thể" });
  // Whoever proposed puts it aside, also before scripts have come.
  await first.getByRole("button", { name: "Bỏ đề nghị đổi tên chuyên mục Đảng - đoàn thể" }).click();
  await expect(first.getByText(/Đề nghị đổi thành “Thông báo” đã được Admin bỏ/)).toBeVisible();
});

test("a press that is forged, of a page of somebody else's, or garbage changes no name", async ({
  office,
  product,
  root,
}) => {
  const path = "/desk/sections";
  const { siteId, party } = office;
  const cookies = {
    reporter: await cookieOf(product, office.reporter.personId),
    stranger: await cookieOf(product, office.stranger.personId),
    approver: await cookieOf(product, root.approver.personId),
    admin: await cookieOf(product, office.admin.personId),
  };
  const pressed = async (
    name: "proposeSectionName" | "agreeToSectionName" | "dropSectionName",
    cookie?: string,
    said: Record<string, unknown> = {},
    headers = {},
  ) => {
    const which = { sectionId: String(party), base: String(await lastOf(siteId, party)) };
    const words = name === "proposeSectionName" ? { name: "Đoàn thể", slug: "" } : {};
    const as = cookie === undefined ? {} : { cookie };
    return saidIn(await call(name, { ...which, ...words, ...said }, { host: office.host, path, headers, ...as }));
  };
  expect(await pressed("proposeSectionName")).toBe("signed_out");
  for (const cookie of [cookies.reporter, cookies.stranger, cookies.approver])
    expect(await pressed("proposeSectionName", cookie)).toBe("not_allowed");
  const foreign = { origin: "https://xa-ben.example", "sec-fetch-site": "cross-site" };
  expect(await pressed("proposeSectionName", cookies.admin, {}, foreign)).not.toBe("yes");
  for (const said of [
    ...[{ sectionId: "x" }, { sectionId: "9".repeat(40) }, { base: "-1" }, { name: "" }, { name: "a".repeat(3_000) }],
    ...[{ name: ["a"] }, { slug: "../x" }, { slug: "Đảng" }],
  ])
    expect([said, await pressed("proposeSectionName", cookies.admin, said)]).toEqual([said, "bad_input"]);
  expect(await lastOf(siteId, party)).toBe(0);

  expect(await pressed("proposeSectionName", cookies.admin)).toBe("yes");
  for (const cookie of [cookies.reporter, cookies.stranger, cookies.admin])
    expect(await pressed("agreeToSectionName", cookie)).toBe("not_allowed");
  expect(await pressed("agreeToSectionName")).toBe("signed_out");
  expect(await pressed("agreeToSectionName", cookies.approver, {}, foreign)).not.toBe("yes");
  expect(await namedNow(siteId, party)).toMatchObject({ slug: "dang-doan-the" });
  const base = String(await lastOf(siteId, party));
  const twice = await Promise.all([1, 2].map(() => pressed("agreeToSectionName", cookies.approver, { base })));
  expect(twice.toSorted()).toEqual(["out_of_date", "yes"]);
  expect(await namedNow(siteId, party)).toEqual({ name: "Đoàn thể", slug: "doan-the" });
});
