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

const nothing = { isAsked: true, isLicensed: true, end: null, hasEnded: false, saysPeople: true, lacksBasis: false };
const SAID: RightsFacts = { ...nothing, freeLicence: "", ai: "none" };
const withRights = (said: Partial<Record<string, Partial<RightsFacts>>>, files = READY) =>
  files.map(([hash, facts]) => [hash, { ...facts, rights: { ...SAID, ...said[hash] } }]) as typeof READY;

test("the right to each file is asked about, and who is on it in its own words", () => {
  for (const hash of [FILE, POSTER, SUBTITLES])
    expect(gapsOf(WHOLE, withRights({ [hash]: { end: "2026-01-31", hasEnded: true } }))).toEqual([
      expect.stringContaining("hết hạn sử dụng từ sau ngày"),
    ]);
  const unsaid = { isLicensed: false, saysPeople: false };
  expect(gapsOf(WHOLE, withRights({ [FILE]: unsaid, [POSTER]: unsaid, [SUBTITLES]: unsaid }))).toEqual([
    "publish: Video thứ 1 chưa ghi quyền sử dụng và người trong video.",
    "publish: Video thứ 1 có ảnh bìa chưa ghi quyền sử dụng và người trong ảnh.",
  ]);
  const old = withRights({ [FILE]: { ...unsaid, isAsked: false }, [POSTER]: { freeLicence: "CC BY 4.0" } });
  expect(gapsOf(WHOLE, old)).toEqual([
    "advice: Video thứ 1 chưa ghi quyền sử dụng và người trong video (video có từ trước khi kho hỏi điều này).",
    expect.stringMatching(/^advice: Video thứ 1 có ảnh bìa dùng theo CC BY 4.0/),
  ]);
});

test.each([
  { file: "none", poster: "none", said: "none", lacks: null },
  { file: "edited", poster: "none", said: undefined, lacks: "Video có phần tạo hoặc chỉnh sửa bằng AI" },
  { file: "edited", poster: "none", said: "edited", lacks: null },
  { file: "made", poster: "none", said: "edited", lacks: "Video tạo bằng AI" },
  { file: "made", poster: "made", said: "made", lacks: null },
  { file: "none", poster: "made", said: "none", lacks: "Video có phần tạo hoặc chỉnh sửa bằng AI" },
  { file: "none", poster: "made", said: "edited", lacks: null },
  { file: "none", poster: "none", said: "made", lacks: null },
] as const)(
  "of a video of which a generative program $file, and of its poster $poster, a text that says $said lacks the label: $lacks",
  ({ file, poster, said, lacks }) => {
    const files = withRights({ [FILE]: { ai: file }, [POSTER]: { ai: poster } });
    expect(gapsOf({ ...WHOLE, ...(said && { ai: said }) }, files)).toEqual(
      lacks === null ? [] : [expect.stringMatching(new RegExp(`^publish: Video thứ 1 .*AI.*chọn nhãn “${lacks}”\\.$`))],
    );
  },
);

test("sound that a generative program made is labelled as well, and that letters in its words say so is no label", () => {
  const files = withRights({ [FILE]: { ai: "made" } }, SOUND_READY);
  const sound = { ...SOUND, credit: "Giọng đọc AI", speechless: true };
  expect(gapsOf(sound, files, "audio")).toEqual([
    "publish: Âm thanh thứ 1 được tạo bằng AI mà trong bài chưa ghi nhãn: chọn nhãn “Âm thanh tạo bằng AI”.",
  ]);
  expect(gapsOf({ ...sound, ai: "made" }, files, "audio")).toEqual([]);
});
