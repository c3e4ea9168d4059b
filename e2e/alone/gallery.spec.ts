import type { Page } from "@playwright/test";
import { holdFrames } from "../fixtures/focus.ts";
import { give } from "../fixtures/giving.ts";
import { putCursorIn } from "../fixtures/typing.ts";
import { expect } from "./alone.ts";
import { hashOf } from "./fake-uploads.ts";
import { aFile, arrived, choose, holding, test, toolbarButton } from "./pictures.ts";

const gallery = (page: Page) => page.locator(".body-text .gallery-edited");
const pictures = (page: Page) => gallery(page).locator(".gallery-picture");
const captions = (page: Page) => pictures(page).locator("figcaption");
const some = (count: number) => Promise.all(Array.from({ length: count }, (_, at) => aFile(`${at}.jpg`, at * 25)));
const menu = (page: Page) => page.getByRole("toolbar").getByRole("button", { name: "Chùm ảnh" });

// Each of them needs what stands for the server of files.
test.beforeEach(({ server: _ }) => undefined);

/** A new gallery by the toolbar's menu, its pictures captioned Một, Hai, Ba. */
async function aGallery(page: Page, count = 3) {
  const files = await some(count);
  const chosen = page.waitForEvent("filechooser");
  await menu(page).click();
  await page.getByRole("menuitem", { name: "Chùm ảnh mới: chọn ảnh từ máy…" }).click();
  await (await chosen).setFiles(files);
  for (const { buffer } of files) await expect(arrived(page, hashOf(buffer))).toBeVisible();
  await captions(page).first().click();
  for (const words of ["Một", "Hai", "Ba"].slice(0, count)) {
    await page.keyboard.type(words);
    await page.keyboard.press("Enter");
  }
  return files;
}

test("several pictures that come at once are offered to be a gallery; as one step it is undone, and kept when it is saved", async ({
  alone: { page, body, write, saved, openAgain },
  server,
}) => {
  await write("Mở đầu.");
  const files = await some(3);
  await give(body, "paste", ...files);
  await expect(page.locator(".body-text figure")).toHaveCount(3);
  await expect(page.getByText("3 ảnh vừa đưa vào đứng liền nhau.")).toBeVisible();
  await page.getByRole("button", { name: "Gộp thành chùm ảnh" }).click();
  await expect(page.getByText("3 ảnh vừa đưa vào đứng liền nhau.")).toHaveCount(0);
  await expect(pictures(page)).toHaveCount(3);
  await expect(body).toBeFocused();
  for (const { buffer } of files) await expect(arrived(page, hashOf(buffer))).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect(gallery(page)).toHaveCount(0);
  await expect(page.locator(".body-text figure")).toHaveCount(3);
  await page.keyboard.press("Control+y");
  await gallery(page).getByLabel("Tên chùm ảnh").fill("Ngày hội");
  await saved();
  await openAgain();
  await expect(gallery(page).getByLabel("Tên chùm ảnh")).toHaveValue("Ngày hội");
  for (const [at, { buffer }] of files.entries()) {
    await expect(pictures(page).nth(at).locator("img")).toHaveAttribute("src", new RegExp(hashOf(buffer)));
  }
  expect(server.asked.filter((asked) => asked === "POST")).toHaveLength(3);
});

test("who leaves them single is not asked again, and one picture alone is nothing to ask about", async ({
  alone: { page, body, write },
}) => {
  await write("Mở đầu.");
  const [one, two, three] = await some(3);
  await give(body, "paste", ...[one].flatMap((file) => file ?? []));
  await expect(page.locator(".body-text figure")).toHaveCount(1);
  await expect(page.getByRole("button", { name: "Gộp thành chùm ảnh" })).toHaveCount(0);
  await choose(page, toolbarButton(page), ...[two, three].flatMap((file) => file ?? []));
  await page.getByRole("button", { name: "Để ảnh rời" }).click();
  await expect(page.getByRole("button", { name: "Gộp thành chùm ảnh" })).toHaveCount(0);
  await expect(gallery(page)).toHaveCount(0);
});

test("pictures are put in order by keyboard, from their buttons and from their captions, and it is said where they are", async ({
  alone: { page },
}) => {
  await aGallery(page);
  await expect(captions(page)).toHaveText(["Một", "Hai", "Ba"]);
  const said = page.locator("[aria-live=polite]", { hasText: "Ảnh đã ở vị trí" });
  const down = pictures(page).first().getByRole("button", { name: "Chuyển xuống: ảnh 1 trên 3" });
  const draw = await holdFrames(page);
  await down.focus();
  await page.keyboard.press("Enter");
  await expect(captions(page)).toHaveText(["Hai", "Một", "Ba"]);
  await expect(said).toHaveText("Ảnh đã ở vị trí 2 trên 3.");
  await expect(page.getByRole("button", { name: "Chuyển xuống: ảnh 2 trên 3" })).toBeFocused();
  await page.keyboard.press("Alt+ArrowDown");
  await expect(captions(page)).toHaveText(["Hai", "Ba", "Một"]);
  // At the end it stays, and keeps its button.
  await page.keyboard.press("Enter");
  await expect(captions(page)).toHaveText(["Hai", "Ba", "Một"]);
  const last = page.getByRole("button", { name: "Chuyển xuống: ảnh 3 trên 3" });
  await expect(last).toBeFocused();
  await expect(last).toHaveAttribute("aria-disabled", "true");
  await draw();
  await putCursorIn(captions(page).nth(1));
  await page.keyboard.press("Alt+ArrowUp");
  await page.keyboard.type("!");
  await expect(captions(page)).toHaveText([/!/, "Hai", "Một"]);
  for (let steps = 0; steps < 4; steps += 1) await page.keyboard.press("Control+z");
  await expect(captions(page)).toHaveText(["Một", "Hai", "Ba"]);
});

for (const [what, size, touch] of [
  ["a mouse", { width: 1280, height: 900 }, false],
  ["a finger on a phone", { width: 360, height: 760 }, true],
] as const) {
  test.describe(() => {
    test.use({ viewport: size, hasTouch: touch });
    test(`pictures are put in order by dragging with ${what}; Escape leaves them as they were`, async ({
      alone: { page },
    }) => {
      await aGallery(page);
      const handle = (at: number) =>
        pictures(page)
          .nth(at)
          .getByRole("button", { name: /^Kéo để đổi chỗ/ });
      await pictures(page).first().scrollIntoViewIfNeeded();
      await drag(page, await middleOf(handle(0)), await middleOf(pictures(page).nth(1), 0.8), touch);
      await expect(captions(page)).toHaveText(["Hai", "Một", "Ba"]);
      await drag(page, await middleOf(handle(1)), await middleOf(pictures(page).nth(0), 0.2), touch);
      await expect(captions(page)).toHaveText(["Một", "Hai", "Ba"]);
      if (touch) return;
      // A mouse takes hold of the picture itself, too.
      const to = await middleOf(pictures(page).nth(2), 0.8);
      await drag(page, await middleOf(pictures(page).nth(0).locator(".gallery-thumb")), to, false);
      await expect(captions(page)).toHaveText(["Hai", "Ba", "Một"]);
      const from = await middleOf(handle(0));
      await page.mouse.move(from.x, from.y);
      await page.mouse.down();
      await page.mouse.move(to.x, to.y, { steps: 5 });
      await expect(pictures(page).nth(2)).toHaveAttribute("data-drop", "after");
      await page.keyboard.press("Escape");
      await page.mouse.up();
      await expect(captions(page)).toHaveText(["Hai", "Ba", "Một"]);
      await expect(page.locator("[data-drop], [data-dragged]")).toHaveCount(0);
      await page.keyboard.press("Control+z");
      await expect(captions(page)).toHaveText(["Một", "Hai", "Ba"]);
    });
  });
}

test("pictures are let go between those of a gallery, added by dialog, taken out and lifted out", async ({
  alone: { page, readersBody },
  server,
}) => {
  await aGallery(page);
  const [between, added] = [await aFile("giua.jpg", 300), await aFile("them.jpg", 330)];
  await give(pictures(page).nth(1), "above", between);
  await expect(pictures(page).nth(1).locator("img")).toHaveAttribute("src", new RegExp(hashOf(between.buffer)));
  await choose(page, gallery(page).getByRole("button", { name: "Thêm ảnh" }), added);
  await expect(pictures(page).nth(4).locator("img")).toHaveAttribute("src", new RegExp(hashOf(added.buffer)));
  await expect(captions(page)).toHaveText(["Một", "", "Hai", "Ba", ""]);
  await page.getByRole("button", { name: "Bỏ ảnh: ảnh 2 trên 5" }).click();
  await expect(captions(page)).toHaveText(["Một", "Hai", "Ba", ""]);
  await page.keyboard.press("Control+z");
  await expect(captions(page)).toHaveText(["Một", "", "Hai", "Ba", ""]);
  await pictures(page).first().getByRole("button", { name: "Nguồn, mô tả, đổi ảnh" }).click();
  await pictures(page).first().getByLabel("Nguồn ảnh").fill("Lê Lan");
  await pictures(page).first().getByRole("button", { name: "Đưa ra khỏi chùm" }).click();
  await expect(captions(page)).toHaveText(["", "Hai", "Ba", ""]);
  await expect(page.locator(".body-text figure:not(.gallery-picture) figcaption")).toHaveText("Một");
  await expect(page.locator(".body-text figure:not(.gallery-picture)").getByLabel("Nguồn ảnh")).toHaveValue("Lê Lan");
  await gallery(page).getByRole("button", { name: "Tách thành ảnh rời" }).click();
  await expect(gallery(page)).toHaveCount(0);
  await expect(page.locator(".body-text figure")).toHaveCount(5);
  await readersBody();
  expect(server.asked.filter((asked) => asked === "POST")).toHaveLength(5);
});

test("a gallery says which picture is on its way, was refused or is one too few, and loses none of its words", async ({
  alone: { page, write, saved },
  server,
}) => {
  await write("Mở đầu.");
  server.refuses.set("1.jpg", "Ảnh “1.jpg” không đọc được: hãy chọn ảnh khác.");
  const letGo = holding(server);
  const files = await some(2);
  await give(page.locator(".body-text"), "paste", ...files);
  await page.getByRole("button", { name: "Gộp thành chùm ảnh" }).click();
  await expect(pictures(page).first().getByRole("progressbar", { name: "Tải lên 0.jpg" })).toBeVisible();
  await expect(pictures(page).nth(1)).toContainText("Ảnh “1.jpg” không đọc được");
  await pictures(page).nth(1).locator("figcaption").click();
  await page.keyboard.type("Lời của ảnh hỏng");
  letGo();
  await expect(arrived(page, hashOf(files[0]?.buffer ?? Buffer.alloc(0)))).toBeVisible();
  await page.getByRole("button", { name: "Bỏ ảnh: ảnh 1 trên 2" }).click();
  await expect(gallery(page)).toContainText("có 1 ảnh, cần ít nhất 2");
  await saved();
  await expect(captions(page)).toHaveText(["Lời của ảnh hỏng"]);
});

test("one panel has the words of galleries' pictures too, by keyboard, and one source for all that say none", async ({
  alone: { page, saved },
}) => {
  await aGallery(page);
  await page.getByRole("button", { name: "Ảnh trong bài" }).click();
  const panel = page.getByRole("dialog", { name: "Ảnh trong bài (3)" });
  await expect(panel.getByLabel("Nguồn ảnh cho 3 ảnh chưa ghi nguồn")).toBeFocused();
  await page.keyboard.type("Lê Lan");
  await page.keyboard.press("Enter");
  await expect(panel.getByText("Đã ghi nguồn cho 3 ảnh.")).toBeVisible();
  const of = (at: number) => panel.getByRole("listitem", { name: `Ảnh thứ ${at} (chùm ảnh 1, ảnh ${at})` });
  await expect(of(3).getByLabel("Nguồn ảnh")).toHaveValue("Lê Lan");
  await of(1).getByLabel("Chú thích ảnh").focus();
  for (const at of [1, 2, 3]) {
    await expect(of(at).getByLabel("Chú thích ảnh")).toBeFocused();
    await page.keyboard.type(` thứ ${at}`);
    // Over its source and what is said of a generative program.
    for (const words of [null, null, `Người đứng xem ${at}`]) {
      await page.keyboard.press("Tab");
      if (words !== null) await page.keyboard.type(words);
    }
    await expect(of(at)).toContainText("Đã đủ lời");
    // Over the box, and the way to the file's rights.
    for (let tabs = 0; tabs < 3; tabs += 1) await page.keyboard.press("Tab");
  }
  await page.keyboard.press("Escape");
  await expect(pictures(page).first()).not.toContainText("Còn thiếu");
  await saved();
});

async function middleOf(place: ReturnType<Page["locator"]>, across = 0.5): Promise<{ x: number; y: number }> {
  const box = await place.boundingBox();
  if (box === null) throw new Error("it is not there");
  return { x: box.x + box.width * across, y: box.y + box.height * 0.4 };
}

type Point = { x: number; y: number };

async function drag(page: Page, from: Point, to: Point, isTouch: boolean): Promise<void> {
  if (!isTouch) {
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(to.x, to.y, { steps: 5 });
    await page.mouse.up();
    return;
  }
  const session = await page.context().newCDPSession(page);
  const touch = (type: string, touchPoints: Point[]) =>
    session.send("Input.dispatchTouchEvent", { type: type as "touchStart", touchPoints });
  await touch("touchStart", [from]);
  for (let step = 1; step <= 5; step += 1) {
    await touch("touchMove", [{ x: from.x + ((to.x - from.x) * step) / 5, y: from.y + ((to.y - from.y) * step) / 5 }]);
  }
  await touch("touchEnd", []);
}
