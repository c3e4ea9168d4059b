import type { Page } from "@playwright/test";
import { eq, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { files } from "#db/schema/files.ts";
import { figureOf } from "#features/files/testing.ts";
import { carryOut } from "#features/moves/commands.ts";
import { aText, drafted, published, seen, submitted, typeIn } from "#features/moves/testing.ts";
import { ask } from "./fixtures/ask.ts";
import { sticksOut } from "./fixtures/looks.ts";
import { expect, test as withOffice } from "./fixtures/office.ts";
import { type PutPicture, putPicture } from "./fixtures/pictures.ts";
import { openToWrite } from "./fixtures/writing.ts";

type Row = Partial<typeof files.$inferInsert>;
type Fixtures = { aPicture: (words?: Row) => Promise<PutPicture> };

const UNSAID = { licence: null, peopleShown: null } as const;

const test = withOffice.extend<Fixtures>({
  aPicture: ({ office, product }, use) =>
    use(async (words = {}) => {
      const picture = await putPicture(office.reporter, [product.dataDir], { width: 800, height: 600 });
      await database().update(files).set(words).where(eq(files.id, picture.id));
      return picture;
    }),
});

const rowOf = async ({ id }: PutPicture) => (await database().select().from(files).where(eq(files.id, id)))[0];
const showing = (...pictures: PutPicture[]) => ({
  body: {
    type: "doc" as const,
    content: [...aText(0).body.content, ...pictures.map(({ sha256 }, at) => figureOf(sha256, { id: `picture-${at}` }))],
  },
});
/** All but the way past the menu, which nobody sees before it has the focus. */
const sticking = async (page: Page) => (await sticksOut(page)).filter((one) => !one.includes("sr-only"));
const dialogOf = (page: Page) => page.getByRole("dialog", { name: "Quyền sử dụng và người xuất hiện" });

for (const [where, width, height] of [
  ["a phone", 360, 740],
  ["a desk", 1440, 900],
] as const) {
  test(`on ${where} pictures that came together are answered for once, and one with children by itself`, async ({
    office,
    pageOf,
    aPicture,
  }) => {
    const [one, two, children] = [await aPicture(UNSAID), await aPicture(UNSAID), await aPicture(UNSAID)];
    const id = await drafted(office, showing(one, two, children));
    const page = await pageOf(office, office.reporter);
    await page.setViewportSize({ width, height });
    await openToWrite(page, id);
    const strip = page.getByRole("region", { name: "Quyền sử dụng và người xuất hiện" });
    await expect(strip).toContainText("3 tệp chưa ghi quyền sử dụng và người xuất hiện.");
    await strip.getByRole("button", { name: "Ghi cho 3 tệp" }).click();
    const dialog = dialogOf(page);
    await expect(dialog.getByRole("checkbox")).toHaveCount(3);
    await expect(dialog.getByLabel("Ai giữ giấy đồng ý")).toBeHidden();
    await dialog.getByLabel("Được dùng vì").selectOption("agency");
    await dialog.getByLabel("Chủ sở hữu").fill("Hãng tin Sen");
    await dialog.getByLabel("Người xuất hiện").selectOption("no_child");
    await dialog.getByRole("checkbox").last().uncheck();
    expect(await sticking(page)).toEqual([]);
    await dialog.getByRole("button", { name: "Ghi cho 2 tệp" }).click();
    await expect(dialog).toHaveCount(0);
    await expect(strip).toContainText("1 tệp chưa ghi");
    expect(await rowOf(one)).toMatchObject({ licence: "agency", peopleShown: "no_child", owner: "Hãng tin Sen" });
    expect(await rowOf(children)).toMatchObject({ licence: null, rightsVersion: expect.any(Number) });

    // What was said last is there already; who is on it is asked again.
    await strip.getByRole("button", { name: "Ghi cho tệp này" }).click();
    await expect(dialog.getByLabel("Chủ sở hữu")).toHaveValue("Hãng tin Sen");
    await expect(dialog.getByLabel("Người xuất hiện")).toHaveValue("");
    await dialog.getByLabel("Người xuất hiện").selectOption("children");
    await dialog.getByLabel("Cho trẻ em xuất hiện vì").selectOption("school");
    await dialog.getByRole("button", { name: "Ghi cho 1 tệp" }).click();
    await expect(dialog).toHaveCount(0);
    const gaps = page.locator("details").filter({ hasText: "Nội dung còn thiếu" });
    await expect(gaps).toContainText("có trẻ em nhận ra được mà chưa ghi vì sao được đăng và ai giữ giấy đồng ý");
    // What is said of the one picture that is left stands in its fields.
    await strip.getByRole("button", { name: "Ghi cho tệp này" }).click();
    await expect(dialog.getByLabel("Cho trẻ em xuất hiện vì")).toHaveValue("school");
    await dialog.getByLabel("Ai giữ giấy đồng ý").fill("cô Hoa, lớp 4A");
    await dialog.getByRole("button", { name: "Ghi cho 1 tệp" }).click();
    await expect(strip).toHaveCount(0);
    await expect(gaps).not.toContainText("trẻ em");
    expect(await rowOf(children)).toMatchObject({ childrenBasis: "school", consentHolder: "cô Hoa, lớp 4A" });
  });

  test(`on ${where} the right to a file is said on its page, kept with who said it, and another one is not written over`, async ({
    office,
    pageOf,
    aPicture,
  }) => {
    const picture = await aPicture(UNSAID);
    const [reporter, editor] = [await pageOf(office, office.reporter), await pageOf(office, office.editor)];
    for (const page of [reporter, editor]) {
      await page.setViewportSize({ width, height });
      await page.goto(`/desk/files/${picture.sha256}`);
    }
    const card = (page: Page) => page.getByRole("region", { name: "Quyền sử dụng và người xuất hiện" });
    await card(reporter).getByLabel("Được dùng vì").selectOption("free");
    await card(reporter).getByRole("button", { name: "Lưu quyền của tệp" }).click();
    await expect(card(reporter)).toContainText("Ghi tên giấy phép tự do");
    await card(reporter).getByLabel("Giấy phép tự do").fill("CC BY 4.0");
    await card(reporter).getByLabel("Người xuất hiện").selectOption("public_event");
    await card(reporter).getByLabel("Dùng đến hết ngày").fill("2031-12-31");
    await card(reporter).getByRole("button", { name: "Lưu quyền của tệp" }).click();
    await expect(card(reporter)).toContainText("Đã lưu quyền của tệp.");
    await card(reporter).getByText("Đã ghi những gì").click();
    await expect(card(reporter)).toContainText("Giấy phép tự do: (trống) → CC BY 4.0");
    expect(await sticking(reporter)).toEqual([]);

    await card(editor).getByLabel("Được dùng vì").selectOption("own");
    await card(editor).getByRole("button", { name: "Lưu quyền của tệp" }).click();
    await expect(card(editor).getByRole("alert")).toContainText("Reporter đã ghi quyền của tệp lúc");
    await expect(card(editor).getByLabel("Được dùng vì")).toHaveValue("own");
    expect(await rowOf(picture)).toMatchObject({ licence: "free", licenceName: "CC BY 4.0" });
  });
}

test("what has ended is not published, stands on the desk's home and at its article, and is found in the library", async ({
  office,
  pageOf,
  aPicture,
}) => {
  const picture = await aPicture({ caption: "Đua thuyền trên phá" });
  const live = await published(office, showing(picture));
  const waiting = await submitted(office, showing(picture));
  await carryOut(office.approver, "approve", waiting, await seen(office.approver, waiting));
  await database().execute(sql`update files set licence_end = today_here() - 1 where id = ${picture.id}`);

  const page = await pageOf(office, office.approver);
  await page.goto("/desk");
  const card = page.getByRole("region", { name: "Tệp hết hạn bản quyền đang hiện" });
  await expect(card).toContainText("Đã hết hạn sử dụng");
  await expect(card.getByRole("link", { name: "Đua thuyền trên phá" })).toBeVisible();
  await page.goto(`/desk/documents/${live}/review`);
  await expect(page.getByText("Đang đăng 1 tệp đã hết hạn sử dụng: “Đua thuyền trên phá”.")).toBeVisible();
  await expect(page.getByText("Quyền của ảnh và tệp, tính đến hôm nay")).toBeVisible();
  await page.goto(`/desk/documents/${waiting}/review`);
  await expect(page.locator("#review-facts")).toContainText("Ảnh thứ 1 hết hạn sử dụng từ sau ngày");
  await page.getByRole("button", { name: "Đăng", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Đăng", exact: true }).click();
  await expect(page.getByRole("alert").filter({ hasText: "hết hạn sử dụng từ sau ngày" })).toBeVisible();

  await page.goto("/desk/files?right=ended&use=live");
  await expect(page.getByRole("link", { name: "Đua thuyền trên phá" })).toBeVisible();
  await page.goto("/desk/files?right=ending");
  await expect(page.getByRole("link", { name: "Đua thuyền trên phá" })).toHaveCount(0);

  const reporter = await pageOf(office, office.reporter);
  await reporter.goto("/desk");
  await expect(reporter.getByRole("heading", { name: "Việc của tôi" })).toBeAttached();
  await expect(reporter.getByText("Tệp hết hạn bản quyền đang hiện")).toHaveCount(0);
});

test("readers are told that a picture was made by AI, and whoever signs sees the label and its change", async ({
  office,
  pageOf,
  aPicture,
}) => {
  const picture = await aPicture({ ai: "made", alt: "Sen hồng" });
  const id = await published(office, {
    body: { type: "doc", content: [...aText(0).body.content, figureOf(picture.sha256, { ai: "made", id: "by-ai" })] },
  });
  const { rows } = await database().execute<{ path: string }>(sql`
    select concat_ws('/', s.slug, d.slug || '-' || d.id) as path from documents d join sections s on s.id = d.section_id
    where d.id = ${id}`);
  const html = (await ask(office.host, `/${rows[0]?.path}`)).body.toString();
  expect(html).toContain('<strong class="by-ai">Ảnh tạo bằng AI</strong>');
  expect(html).toContain("https://schema.org/TrainedAlgorithmicMediaDigitalSource");
  expect(html).toContain('"creditText":"Lê Thử"');

  await carryOut(office.reporter, "revise", id, {});
  const page = await pageOf(office, office.reporter);
  await openToWrite(page, id);
  const label = page.locator(".body-text figure").getByLabel("Ảnh này và AI");
  await expect(label).toHaveValue("made");
  await label.selectOption("none");
  const gaps = page.locator("details").filter({ hasText: "Nội dung còn thiếu" });
  await expect(gaps).toContainText("được tạo bằng AI mà trong bài chưa ghi nhãn");
  await label.selectOption("edited");
  await expect(gaps).toContainText("được tạo bằng AI mà trong bài chưa ghi nhãn");
  await typeIn(office.reporter, id, {
    body: { type: "doc", content: [...aText(0).body.content, figureOf(picture.sha256, { ai: "none", id: "by-ai" })] },
  });
  await carryOut(office.reporter, "submit", id, {});
  const approver = await pageOf(office, office.approver);
  await approver.goto(`/desk/documents/${id}/review`);
  await expect(approver.getByRole("deletion").filter({ hasText: "Ảnh tạo bằng AI" }).first()).toBeVisible();
});

test("a reporter answers for no picture that somebody else brought: its page has no form, and their answer in a text is refused", async ({
  office,
  pageOf,
  product,
}) => {
  const picture = await putPicture(office.editor, [product.dataDir], { width: 400, height: 300 });
  await database().update(files).set(UNSAID).where(eq(files.id, picture.id));
  const id = await drafted(office, showing(picture));
  const page = await pageOf(office, office.reporter);
  await page.goto(`/desk/files/${picture.sha256}`);
  const card = page.getByRole("region", { name: "Quyền sử dụng và người xuất hiện" });
  await expect(card).toContainText("Người viết chỉ ghi quyền của tệp do chính mình đưa lên.");
  await expect(card.getByRole("button", { name: "Lưu quyền của tệp" })).toHaveCount(0);

  await openToWrite(page, id);
  await page.getByRole("button", { name: "Ghi cho tệp này" }).click();
  const dialog = dialogOf(page);
  await dialog.getByLabel("Được dùng vì").selectOption("own");
  await dialog.getByRole("button", { name: "Ghi cho 1 tệp" }).click();
  await expect(dialog.getByRole("alert")).toContainText("do người khác đưa lên nên chưa ghi gì");
  await expect(dialog.getByLabel("Được dùng vì")).toHaveValue("own");
  expect(await rowOf(picture)).toMatchObject({ licence: null });
});

test("several files of the library are answered for after it was seen what that does", async ({
  office,
  pageOf,
  aPicture,
}) => {
  const pictures = [
    await aPicture({ ...UNSAID, caption: "Chợ nổi" }),
    await aPicture({ ...UNSAID, caption: "Kè sông" }),
  ];
  const page = await pageOf(office, office.editor);
  await page.goto("/desk/files?right=unsaid");
  for (const name of ["Chợ nổi", "Kè sông"]) await page.getByRole("checkbox", { name: `Chọn ${name}` }).check();
  await page.getByRole("button", { name: "Mở các tệp đã chọn" }).click();
  await page.getByText("Quyền sử dụng và người xuất hiện").click();
  await page.getByLabel("Được dùng vì").selectOption("given");
  await page.getByLabel("Người xuất hiện").selectOption("no_child");
  await page.getByRole("button", { name: "Xem sẽ đổi gì" }).click();
  await expect(page.getByRole("heading", { name: "2 trong 2 tệp sẽ đổi" })).toBeVisible();
  await expect(page.getByText("Quyền sẽ ghi: Tác giả cho dùng bằng văn bản")).toHaveCount(2);
  for (const picture of pictures) expect(await rowOf(picture)).toMatchObject({ licence: null });
  await page.getByRole("button", { name: "Đổi 2 tệp" }).click();
  await expect(page.getByText("Đã đổi 2 tệp.")).toBeVisible();
  for (const picture of pictures)
    expect(await rowOf(picture)).toMatchObject({ licence: "given", peopleShown: "no_child" });
});
