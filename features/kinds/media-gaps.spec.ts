import { expect, test } from "vitest";
import type { BodyDoc } from "#features/text/body.ts";
import { validateBody } from "#features/text/document.ts";
import type { FileFacts, RightsFacts } from "#features/text/gaps.ts";
import { mediaGaps } from "./media-gaps.ts";

const [FILE, POSTER, SUBTITLES] = ["aa", "bb", "cc"].map((two) => two.repeat(32)) as [string, string, string];
const WHOLE = {
  ...{ file: FILE, poster: { file: POSTER }, subtitles: { file: SUBTITLES } },
  ...{ title: "Đua thuyền", credit: "Lê Lan" },
};
const READY: [string, FileFacts][] = [
  [FILE, { state: "ready", mediaType: "video/mp4" }],
  [POSTER, { state: "ready", mediaType: "image/jpeg" }],
  [SUBTITLES, { state: "ready", mediaType: "text/vtt" }],
];
const caption = [{ type: "text", text: "Đua thuyền sáng nay" }];
const bodyOf = (attrs: object, type = "video"): BodyDoc =>
  validateBody({ type: "doc", content: [{ type, attrs, content: caption }] });
const gapsOf = (attrs: object, files = READY, type = "video") =>
  mediaGaps(bodyOf(attrs, type), new Map(files)).map(({ sentence, blocks }) => `${blocks}: ${sentence}`);
const SOUND = { file: FILE, title: "Lời chào", credit: "Đài phường" };
const SOUND_READY: [string, FileFacts][] = [[FILE, { state: "ready", mediaType: "audio/mpeg" }]];

test("a video with all its words and files lacks nothing", () => {
  expect(gapsOf(WHOLE)).toEqual([]);
});

test("who does not hear a video has its subtitles or its words, or is told that there are none; else it is not published", () => {
  const silent = { ...WHOLE, subtitles: null };
  expect(gapsOf(silent)).toEqual([expect.stringMatching(/^publish: Video thứ 1 chưa có gì cho người không nghe được/)]);
  expect(gapsOf({ ...silent, transcript: "Xin chào" })).toEqual([]);
  expect(gapsOf({ ...silent, speechless: true })).toEqual([]);
});

test("the same holds for sound, of which nobody shows subtitles", () => {
  expect(gapsOf(SOUND, SOUND_READY, "audio")).toEqual([
    expect.stringMatching(/^publish: Âm thanh thứ 1 chưa có lời bằng chữ/),
  ]);
  expect(gapsOf({ ...SOUND, transcript: "Xin chào" }, SOUND_READY, "audio")).toEqual([]);
});

test("a name and a source are asked for before publishing; a poster and a caption only advised", () => {
  expect(gapsOf({ ...WHOLE, title: "", credit: "", poster: null })).toEqual([
    "publish: Video thứ 1 chưa có tên cho bạn đọc.",
    "publish: Video thứ 1 chưa ghi nguồn.",
    expect.stringMatching(/^advice: Video thứ 1 chưa có ảnh bìa/),
  ]);
});

test("each file that belongs to it must be there, looked into, and of its kind", () => {
  const but = (hash: string, facts: FileFacts) =>
    READY.map((one) => (one[0] === hash ? [hash, facts] : one)) as typeof READY;
  expect(gapsOf(WHOLE, but(FILE, { state: "failed" }))[0]).toContain("có tệp không dùng được");
  expect(gapsOf(WHOLE, but(POSTER, { state: "waiting" }))[0]).toContain("ảnh bìa đang được kiểm tra");
  expect(gapsOf(WHOLE, but(SUBTITLES, { state: "missing" }))[0]).toContain("không còn phụ đề");
  expect(gapsOf(WHOLE, but(FILE, { state: "ready", mediaType: "audio/mpeg" }))[0]).toContain("tệp không đúng loại");
  expect(gapsOf(WHOLE, but(POSTER, { state: "ready", mediaType: "video/mp4" }))[0]).toContain(
    "ảnh bìa không đúng loại",
  );
  expect(gapsOf(WHOLE, but(SUBTITLES, { state: "ready", mediaType: "image/jpeg" }))[0]).toContain(
    "phụ đề không đúng loại",
  );
});

test("a place without a file is published by nobody, and counted among its kind", () => {
  const body = validateBody({
    type: "doc",
    content: [
      { type: "audio", attrs: SOUND },
      { type: "video", attrs: WHOLE },
      { type: "video", attrs: {} },
    ],
  });
  expect(mediaGaps(body, undefined).map(({ sentence }) => sentence)).toContain(
    "Video thứ 2 chưa có tệp: chọn tệp hoặc bỏ chỗ này.",
  );
});

test("what belongs to a video is a file and nothing else", () => {
  for (const poster of [POSTER, {}, { file: null }, { file: "x" }, { file: POSTER, cut: "0-0-0-1-1" }, [POSTER]]) {
    expect(() => bodyOf({ ...WHOLE, poster })).toThrow(/poster/);
  }
});

test("the right to each file is asked about, and what a generative program had to do with stands in the words", () => {
  const nothing = { isAsked: true, isLicensed: true, end: null, hasEnded: false, saysPeople: true, lacksBasis: false };
  const SAID: RightsFacts = { ...nothing, freeLicence: "", ai: "none" };
  const rights = { ...SAID, end: "2026-01-31", hasEnded: true };
  const but = (hash: string, facts: Partial<FileFacts>) =>
    READY.map(([one, said]) => [one, one === hash ? { ...said, ...facts } : said]) as typeof READY;
  for (const hash of [FILE, POSTER, SUBTITLES])
    expect(gapsOf(WHOLE, but(hash, { rights }))).toEqual([expect.stringContaining("hết hạn sử dụng từ sau ngày")]);
  const made = but(POSTER, { rights: { ...SAID, ai: "made" } });
  expect(gapsOf(WHOLE, made)).toEqual([expect.stringMatching(/^publish: .*bằng AI mà bạn đọc chưa được biết/)]);
  expect(gapsOf({ ...WHOLE, credit: "Đài phường, ảnh bìa tạo bằng AI" }, made)).toEqual([]);
  expect(gapsOf({ ...WHOLE, credit: "MAIL phường" }, made)).toHaveLength(1);
});
