import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { englishBodyWords, englishBodyWordsWith } from "#components/site/english/body-words.ts";
import { mediaWords } from "#components/site/media-words.ts";
import { documentPath, picturePath } from "#features/addresses/public.ts";
import { aboutFileInEnglish } from "#features/files/media.ts";
import { type Pictures, shownOf } from "#features/files/picture.ts";
import type { PictureFile } from "#features/files/types.ts";
import type { BodyDoc } from "#features/text/body.ts";
import { validateBody } from "#features/text/document.ts";
import { ArticleBody } from "./body.tsx";

const words = {
  credit: "Ảnh",
  table: "Bảng",
  awaited: null as string | null,
  awaitedFile: "Chưa có tệp.",
  media: mediaWords,
  ai: { edited: "", made: "" },
};

describe("what is played", () => {
  const [film, poster, said, speech] = ["11", "22", "33", "44"].map((two) => two.repeat(32)) as [
    string,
    string,
    string,
    string,
  ];
  const file = (sha256: string, mediaType: string, change: Partial<PictureFile> = {}) =>
    ({
      ...{ sha256, cut: "", name: "đua thuyền", mediaType, size: 900_000, state: "ready", pages: null, renditions: [] },
      ...{ width: null, height: null, durationMs: null, placeholder: "" },
      ...change,
    }) as unknown as PictureFile;
  const files = shownOf(
    [
      file(film, "video/mp4", { width: 1080, height: 1920, durationMs: 205_000 }),
      file(poster, "image/jpeg", {
        ...{ width: 1080, height: 1920 },
        renditions: [360, 720, 1080].map((width) => ({ format: "webp", width, height: width, bytes: 9 })),
      }),
      file(said, "text/vtt"),
      file(speech, "audio/mpeg", { durationMs: 3_723_000 }),
    ],
    picturePath,
    documentPath,
  );
  const WORDS = { title: "Đua thuyền", credit: "Lê Lan", transcript: "", speechless: false };
  const video = (attrs: object = {}): BodyDoc =>
    validateBody({
      type: "doc",
      content: [
        {
          type: "video",
          attrs: { ...WORDS, file: film, poster: { file: poster }, subtitles: { file: said }, ...attrs },
          content: [{ type: "text", text: "Về đích" }],
        },
      ],
    });
  const page = (body: BodyDoc, pictures: Pictures | undefined = files, around = words) =>
    renderToStaticMarkup(<ArticleBody body={body} words={around} pictures={pictures} />);

  it("is played by the browser, which loads nothing but its poster, in a room that it has before", () => {
    const html = page(video());
    expect(html).toContain(`src="/_tep/${film}/dua-thuyen.mp4"`);
    expect(html).toContain(`poster="/_tep/${poster}/720.webp"`);
    expect(html).toMatch(/<div class="shape upright"><video controls="" playsInline="" preload="none"/);
    expect(html).toContain(
      `<track kind="captions" srcLang="vi" label="Tiếng Việt" src="/_tep/${said}/dua-thuyen.vtt"/>`,
    );
    expect(html).toContain("MP4 · 3:25 · 879 KB");
    expect(html).not.toContain("<script");
  });
  it("has its words in writing below it, and says where nobody speaks", () => {
    const html = page(video({ transcript: "Xin chào\nHết" }));
    expect(html).toMatch(/<details class="transcript"><summary>Lời bằng chữ.*<\/summary><p>Xin chào<\/p><p>Hết<\/p>/);
    expect(page(video({ speechless: true }))).toContain("Không có lời nói");
  });
  it("is told of in English on pages in English, as documents are that are handed out", () => {
    const paper = file("55".repeat(32), "application/pdf", { size: 1_258_291, pages: 12 });
    const all = shownOf(
      [file(film, "video/mp4", { durationMs: 205_000 }), file(said, "text/vtt"), paper],
      picturePath,
      documentPath,
    );
    const attachment = { type: "attachment", attrs: { file: paper.sha256, title: "Plan" } };
    const body = validateBody({ type: "doc", content: [...video({ speechless: true }).content, attachment] });
    const html = renderToStaticMarkup(<ArticleBody body={body} words={englishBodyWords} pictures={all} />);
    expect(html).toContain('srcLang="en" label="English"');
    const kept = englishBodyWordsWith(new Set([said]));
    expect(renderToStaticMarkup(<ArticleBody body={body} words={kept} pictures={all} />)).toContain(
      'srcLang="vi" label="Vietnamese"',
    );
    expect(html).toContain("MP4 · 3:25 · 879 KB · Nothing is said in it");
    expect(html).toContain("PDF · 1.2 MB · 12 pages");
    expect(html).not.toMatch(/trang|Không có lời/);
    expect(aboutFileInEnglish({ ...paper, pages: 1 })).toBe("PDF · 1.2 MB · 1 page");
  });
  it("is sound with its own player", () => {
    const html = page(validateBody({ type: "doc", content: [{ type: "audio", attrs: { ...WORDS, file: speech } }] }));
    expect(html).toContain(
      `<audio controls="" preload="none" src="/_tep/${speech}/dua-thuyen.mp3" aria-label="Đua thuyền">`,
    );
    expect(html).toContain("MP3 · 1:02:03 · 879 KB");
  });
  it("says beside where it is from what a generative program has to do with it, alone where that is not said", () => {
    expect(page(video())).not.toContain("by-ai");
    expect(page(video({ ai: "made" }))).toContain(
      '<p class="credit">Nguồn: Lê Lan · <strong class="by-ai">Video tạo bằng AI</strong></p>',
    );
    expect(page(video({ ai: "edited", credit: "" }))).toContain(
      '<p class="credit"><strong class="by-ai">Video có phần tạo hoặc chỉnh sửa bằng AI</strong></p>',
    );
    const sound = { type: "audio", attrs: { ...WORDS, file: speech, ai: "made" } };
    expect(page(validateBody({ type: "doc", content: [sound] }))).toContain("Âm thanh tạo bằng AI</strong>");
  });
  it("is nothing to readers while its file is not there, and staff are told", () => {
    expect(page(video(), new Map())).toBe("");
    expect(page(video({ file: null }))).toBe("");
    expect(page(video({ file: null }), files, { ...words, awaited: "Chưa có ảnh." })).toContain("Chưa có tệp.");
  });
});
