import type { Page } from "@playwright/test";
import { calledWeek } from "#features/kinds/week.ts";
import { isoDayOf, mondayOf } from "#lib/dates.ts";
import { expect, test } from "./fixtures/base.ts";
import { tabTo } from "./fixtures/focus.ts";

const SIZES = [
  { width: 360, height: 740 },
  { width: 1280, height: 800 },
];

const NOTICE = "Tạm ngừng cấp nước đêm thứ Bảy tại bốn tổ dân phố để thay van";

/** What somebody without a mouse does next, or what they have before them then. */
type Step = (page: Page) => Promise<unknown>;

type Role = Parameters<Page["getByRole"]>[0];

/** Goes to the next of that name by Tab. */
const to =
  (role: Role, name: string | RegExp): Step =>
  (page) =>
    tabTo(page, page.getByRole(role, { name, exact: true }).filter({ visible: true }).first());
const keys =
  (...all: string[]): Step =>
  async (page) => {
    for (const key of all) await page.keyboard.press(key);
  };
const type =
  (words: string): Step =>
  (page) =>
    page.keyboard.type(words);
const open =
  (role: Role, name: string | RegExp): Step =>
  async (page) => {
    await to(role, name)(page);
    await page.keyboard.press("Enter");
  };
const unfold =
  (words: string | RegExp): Step =>
  async (page) => {
    await tabTo(page, page.locator("summary").filter({ hasText: words, visible: true }));
    await page.keyboard.press("Enter");
  };
/** By the skip link, the first of every page. */
const pastTheMenu = keys("Tab", "Enter");
const headed =
  (words: string | RegExp): Step =>
  (page) =>
    expect(page.getByRole("heading", { level: 1 })).toHaveText(words);
const either =
  (onPhones: readonly Step[], onDesks: readonly Step[]): Step =>
  async (page) => {
    const isPhone = (page.viewportSize()?.width ?? 0) < 768;
    for (const step of isPhone ? onPhones : onDesks) await step(page);
  };

const WAYS: readonly { way: string; from: string; steps: readonly Step[] }[] = [
  {
    way: "by the menu to a section, an article and its tools, and to the next one",
    from: "/",
    steps: [
      either([unfold("Chuyên mục")], []),
      open("link", "Thông báo"),
      headed("Thông báo"),
      pastTheMenu,
      open("link", NOTICE),
      headed(NOTICE),
      pastTheMenu,
      open("button", "A+: tăng cỡ chữ"),
      (page) => expect(page.locator("html")).toHaveClass(/size-2/),
      unfold("Chia sẻ"),
      to("link", "Facebook"),
      to("button", "Không"),
      keys("Enter"),
      (page) => expect(page.getByText("Cảm ơn bạn đã trả lời.")).toBeFocused(),
      (page) => tabTo(page, page.locator('.next-to a[rel="prev"]')),
      keys("Enter"),
      (page) => expect(page.getByRole("heading", { level: 1 })).not.toHaveText(NOTICE),
    ],
  },
  {
    way: "from any page to what is looked for",
    from: "/thong-bao",
    steps: [
      either(
        [open("link", "Tìm kiếm"), headed("Tìm kiếm"), pastTheMenu, to("combobox", "Từ cần tìm")],
        [to("combobox", "Tìm trên trang này")],
      ),
      type("giao ban cong tac"),
      keys("Enter"),
      (page) => page.waitForURL(/\/tim-kiem\?/),
      pastTheMenu,
      open("link", /giao ban công tác quý III/),
      headed(/giao ban công tác quý III/),
    ],
  },
  {
    way: "from this week to the one before it, and back",
    from: "/lich-cong-tac",
    steps: [
      pastTheMenu,
      open("link", /^Lịch trước/),
      (page) => expect(page.getByRole("heading", { level: 1 })).not.toHaveText(thisWeek()),
      pastTheMenu,
      open("link", /^Lịch sau/),
      headed(thisWeek()),
      pastTheMenu,
      unfold(/^Các tuần năm/),
      to("link", /^Tuần \d+/),
    ],
  },
  {
    way: "to the papers of a kind that no longer hold, and to one of them",
    from: "/van-ban",
    steps: [
      pastTheMenu,
      to("combobox", "Loại văn bản"),
      type("Q"),
      to("combobox", "Hiệu lực"),
      type("H"),
      open("button", "Lọc"),
      (page) => page.waitForURL(/loai=quyet-dinh.*hieu-luc=het-hieu-luc/),
      pastTheMenu,
      open("link", /Quy chế sử dụng nhà văn hóa/),
      headed(/Quy chế sử dụng nhà văn hóa/),
    ],
  },
  {
    way: "to English, to an article there, and to the same in Vietnamese and back",
    from: "/",
    steps: [
      open("link", "English"),
      (page) => expect(page.locator("html")).toHaveAttribute("lang", "en"),
      pastTheMenu,
      open("link", /^Last stretch of the lakeside path/),
      headed(/^Last stretch of the lakeside path/),
      pastTheMenu,
      open("link", "Read this in Vietnamese"),
      headed(/^Thông đoạn đường dạo cuối cùng/),
      pastTheMenu,
      open("link", "Read this in English"),
      headed(/^Last stretch of the lakeside path/),
    ],
  },
];

function thisWeek(): string {
  return calledWeek(mondayOf(isoDayOf(new Date()))).title;
}

for (const viewport of SIZES) {
  test(`by keyboard alone a reader at ${viewport.width} px goes every main way, and sees at each step where they are`, async ({
    page,
  }) => {
    test.slow();
    await page.setViewportSize(viewport);
    for (const { way, from, steps } of WAYS) {
      await test.step(way, async () => {
        await page.goto(from);
        for (const step of steps) await step(page);
      });
    }
  });
}
