import type { Handout, Picture, Pictures } from "#features/files/picture.ts";
import { validateBody } from "#features/text/document.ts";
import { pictureKey } from "#features/text/picture-cut.ts";

/** A drawing of the program's own, which is there wherever it runs. */
export const SAMPLE_PICTURE: Picture = {
  ...{ width: 720, height: 480, placeholder: "" },
  sources: [{ format: "jpeg", sizes: [{ address: "/icon-512.png", width: 720 }] }],
};

const [PICTURE, PAPER, FILM, SOUND] = ["a1", "b2", "c3", "d4"].map((two) => two.repeat(32)) as [
  string,
  string,
  string,
  string,
];
const handout = (name: string, mediaType: string, about: string): Handout => ({
  ...{ address: "#mau", name, about, mediaType, page: null, size: 1_258_291 },
  ...{ pages: null, width: 1280, height: 720, durationMs: 205_000 },
});

export const SAMPLE_FILES: Pictures = new Map<string, Picture | Handout>([
  [pictureKey({ file: PICTURE, cut: "" }), SAMPLE_PICTURE],
  [PAPER, handout("mau.pdf", "application/pdf", "PDF · 1,2 MB · 12 trang")],
  [FILM, handout("mau.mp4", "video/mp4", "MP4 · 3:25 · 1,2 MB")],
  [SOUND, handout("mau.mp3", "audio/mpeg", "MP3 · 3:25 · 1,2 MB")],
]);

const said = [{ type: "text", text: "Chú thích mẫu: ai, làm gì, ở đâu, ngày nào." }];
const figure = (nth: number) => ({
  type: "figure",
  attrs: { id: `anh-mau-${nth}`, file: PICTURE, alt: `Ảnh mẫu ${nth}`, credit: "Tên Người Chụp" },
  content: said,
});
const words = { title: "Tên mẫu", credit: "Tên Người Quay", transcript: "Lời mẫu.\nDòng thứ hai." };

/** Whatever a text shows, plays and hands out. */
export const MEDIA_BODY = validateBody({
  type: "doc",
  content: [
    figure(0),
    { type: "gallery", attrs: { caption: "Chùm ảnh mẫu" }, content: [1, 2, 3].map(figure) },
    { type: "video", attrs: { ...words, file: FILM }, content: said },
    { type: "audio", attrs: { ...words, file: SOUND }, content: said },
    { type: "attachment", attrs: { file: PAPER, title: "Tệp mẫu kèm theo bài", summary: "Nói ngắn gọn về tệp." } },
  ],
});
