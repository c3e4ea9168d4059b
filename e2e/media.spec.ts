import { createHash } from "node:crypto";
import type { Locator, Page } from "@playwright/test";
import { mp3Of, mp4Of, sail, vttOf } from "#features/renditions/testing-media.ts";
import { articleDataOf } from "./fixtures/article-data.ts";
import { ask } from "./fixtures/ask.ts";
import { answerForAll } from "./fixtures/bringing.ts";
import { expect, publicPath, test } from "./fixtures/desk.ts";
import { type Given, give } from "./fixtures/giving.ts";
import { expectSaving } from "./fixtures/writing.ts";

const hashOf = ({ buffer }: Given) => createHash("sha256").update(buffer).digest("hex");
/** Files of a test's own: the same bytes would be the file of another one. Behind its last element a WebM may have what nobody reads. */
const aFilm = (name: string): Given => {
  const words = Buffer.from(crypto.randomUUID());
  const unread = Buffer.concat([Buffer.from([0xec, 0x80 + words.length]), words]);
  return { name, mimeType: "video/webm", buffer: Buffer.concat([sail("webm"), unread]) };
};
const sound = (name: string): Given => ({ name, mimeType: "audio/mpeg", buffer: mp3Of(60, crypto.randomUUID()) });

async function choose(page: Page, button: Locator, given: Given): Promise<void> {
  const opened = page.waitForEvent("filechooser");
  await button.click();
  await (await opened).setFiles(given);
}

test("a video and a sound go from their reporter to readers, who load nothing of them before they press, and are gone with their article", async ({
  desk,
  product,
}) => {
  test.slow();
  const [reporter, approver] = [await desk("reporter"), await desk("approver")];
  const { page } = reporter;
  const [film, speech] = [aFilm("Đua thuyền.webm"), sound("Lời chào.mp3")];
  const number = await reporter.write();
  await give(page.locator(".body-text > p").last(), "below", film, speech);
  const blocks = page.locator(".media-edited");
  await expect(blocks).toHaveCount(2);
  const [video, audio] = [blocks.nth(0), blocks.nth(1)];
  await expect(video).toContainText(/WebM · 0:02 · \d+ KB/, { timeout: 60_000 });
  await expect(audio).toContainText(/MP3 · 0:02 · \d+ KB/, { timeout: 60_000 });
  await expect(video.getByLabel("Tên video (bạn đọc thấy)")).toHaveValue("Đua thuyền");
  // A frame of it became its poster.
  const poster = video.getByRole("group", { name: "Ảnh bìa" });
  await expect(poster.locator('img[src^="/api/files/"]')).toBeVisible({ timeout: 60_000 });

  await expectSaving(page, "clean");
  const gaps = page.locator("details").filter({ hasText: "Nội dung còn thiếu" });
  await expect(gaps).toContainText("Video thứ 1 chưa có gì cho người không nghe được");
  await expect(gaps).toContainText("Âm thanh thứ 1 chưa có lời bằng chữ");
  const subtitles = video.getByRole("group", { name: "Phụ đề" });
  const srt = vttOf(crypto.randomUUID())
    .replace("WEBVTT\n\n", "1\n")
    .replaceAll(/00:(\d\d)\.(\d+)/g, "00:00:$1,$2");
  await choose(page, subtitles.getByRole("button", { name: "Chọn phụ đề" }), {
    ...{ name: "dua-thuyen.srt", mimeType: "", buffer: Buffer.from(srt) },
  });
  await expect(subtitles.getByRole("link", { name: "dua-thuyen.vtt" })).toBeVisible({ timeout: 60_000 });
  for (const block of [video, audio]) await block.getByLabel("Nguồn", { exact: true }).fill("Đài phường Sen");
  await audio.getByLabel(/^Lời bằng chữ/).fill("Kính chào bà con.\nHội thao bắt đầu.");
  await audio.getByLabel("Âm thanh này và AI").selectOption("made");
  await video.getByRole("textbox", { name: "Chú thích" }).click();
  await page.keyboard.type("Hai đội về đích");
  await expectSaving(page, "clean");
  await expect(gaps).not.toContainText(/(?:Video|Âm thanh) thứ 1 chưa (?:có gì|có lời|ghi nguồn)/);
  await page.reload();
  await expect(audio.getByLabel(/^Lời bằng chữ/)).toHaveValue("Kính chào bà con.\nHội thao bắt đầu.");
  await expect(audio.getByLabel("Âm thanh này và AI")).toHaveValue("made");
  await expect(gaps).toContainText("Video thứ 1 chưa ghi quyền sử dụng và người trong video");
  // Of the film and of its poster, not of the sound.
  await answerForAll(page, 2);
  await expect(gaps).not.toContainText("chưa ghi quyền");
  await reporter.submit();

  // Nobody who guesses has it before.
  const site = new URL(product.url).host;
  const paths = [`/_tep/${hashOf(film)}/dua-thuyen.webm`, `/_tep/${hashOf(speech)}/loi-chao.mp3`] as const;
  const statuses = async () => Promise.all(paths.map(async (path) => (await ask(site, path)).status));
  expect(await statuses()).toEqual([404, 404]);

  await approver.review(number);
  const shown = approver.preview.locator("video");
  await expect(shown).toHaveAttribute("aria-label", "Đua thuyền");
  await expect(approver.preview.locator(".media figcaption").first()).toContainText("Hai đội về đích");
  await expect(approver.preview.locator(".media .by-ai")).toHaveText("Âm thanh tạo bằng AI");
  await approver.press("Duyệt và đăng ngay");
  await approver.page.waitForURL(/done=approve_and_publish/);

  const path = await publicPath(approver);
  const context = await approver.page.context().browser()?.newContext({ baseURL: product.url });
  if (!context) throw new Error("a browser is there");
  const reader = await context.newPage();
  const asked: string[] = [];
  reader.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await reader.goto(path, { waitUntil: "networkidle" });
  // The poster alone.
  expect(asked.filter((one) => /\.(?:webm|mp3|vtt)$/.test(one))).toEqual([]);
  const player = reader.locator("video");
  await expect(player).toHaveAttribute("poster", /^\/_tep\/.*\.webp$/);
  expect(await player.evaluate((it: HTMLVideoElement) => it.readyState)).toBe(0);
  await player.focus();
  await reader.keyboard.press("Space");
  await expect.poll(() => player.evaluate((it: HTMLVideoElement) => it.currentTime)).toBeGreaterThan(0.3);
  expect(asked).toContain(paths[0]);
  const track = player.locator("track");
  expect((await ask(site, (await track.getAttribute("src")) ?? "")).headers["content-type"]).toBe(
    "text/vtt; charset=utf-8",
  );
  await player.evaluate((it: HTMLVideoElement) => {
    for (const one of it.textTracks) one.mode = "showing";
  });
  await expect.poll(() => player.evaluate((it: HTMLVideoElement) => it.textTracks[0]?.cues?.length ?? 0)).toBe(2);
  const speaker = reader.locator("audio");
  await speaker.evaluate((it: HTMLAudioElement) => it.play());
  await expect.poll(() => speaker.evaluate((it: HTMLAudioElement) => it.currentTime)).toBeGreaterThan(0.3);
  await reader.getByText("Lời bằng chữ").click();
  await expect(reader.getByText("Hội thao bắt đầu.")).toBeVisible();
  await expect(reader.locator(".by-ai")).toHaveText("Âm thanh tạo bằng AI");
  const data = await articleDataOf(reader);
  expect(data.video).toMatchObject([{ "@type": "VideoObject", name: "Đua thuyền", duration: "PT2S" }]);
  expect(data.audio).toMatchObject([{ "@type": "AudioObject", encodingFormat: "audio/mpeg" }]);
  expect(data.audio[0].digitalSourceType).toMatch(/\/TrainedAlgorithmicMediaDigitalSource$/);
  expect(data.video[0].digitalSourceType).toBeUndefined();

  // Opened by itself, without a script of anybody's, a browser plays it.
  await reader.getByRole("link", { name: "Mở tệp" }).first().click();
  await expect.poll(() => player.evaluate((it: HTMLVideoElement) => it.readyState)).toBeGreaterThan(1);
  const part = await ask(site, paths[1], { headers: { range: "bytes=0-2" } });
  expect([part.status, part.body.toString(), part.headers["content-type"]]).toEqual([206, "ID3", "audio/mpeg"]);
  await context.close();

  await approver.press("Gỡ bài", { reason: "Có sai sót", words: "Sai tệp." });
  await expect(approver.page.getByText("Đã gỡ bài.")).toBeVisible();
  await expect.poll(statuses, { timeout: 1_500 }).toEqual([404, 404]);
});

test("a video that readers could not play says so where it stands, and one that this browser cannot show asks for a picture", async ({
  desk,
}) => {
  test.slow();
  const { page, write } = await desk("reporter");
  await write();
  await give(page.locator(".body-text > p").last(), "below", {
    ...{ name: "phim.mp4", mimeType: "video/mp4", buffer: mp4Of({ picture: "hvc1", title: crypto.randomUUID() }) },
  });
  const video = page.locator(".media-edited");
  await expect(video).toContainText("Trình duyệt của bạn đọc không phát được cách nén của tệp này", {
    timeout: 60_000,
  });
  await expect(video.getByRole("group", { name: "Ảnh bìa" })).toContainText("hãy chọn một ảnh", { timeout: 30_000 });
  await expectSaving(page, "clean");
  const gaps = page.locator("details").filter({ hasText: "Nội dung còn thiếu" });
  await expect(gaps).toContainText("Video thứ 1 có tệp không dùng được: chọn tệp khác.");
  await choose(page, video.getByRole("button", { name: "Chọn tệp khác" }), {
    ...{ name: "cut.webm", mimeType: "video/webm", buffer: sail("webm").subarray(0, -700) },
  });
  await expect(video).toContainText("hỏng hoặc thiếu một phần, không phát được", { timeout: 60_000 });
});
