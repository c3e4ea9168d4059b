import { describe, expect, test } from "vitest";
import type { Picture, Pictures } from "#features/files/picture.ts";
import { NO_LEAD } from "#features/kinds/lead.ts";
import type { Video } from "#features/text/body.ts";
import { isLarge, pictureOfList, usesShared } from "./shared-picture.ts";

const [FILM, POSTER] = ["11".repeat(32), "22".repeat(32)];
const video: Video = {
  type: "video",
  attrs: {
    ...{ id: "film", file: FILM, poster: { file: POSTER }, subtitles: null, title: "Đua thuyền", credit: "Lê Lan" },
    ...{ transcript: "", speechless: true, ai: "made" },
  },
};
const shared = (...there: string[]) =>
  usesShared([], { type: "doc", content: [video] }, new Map(there.map((hash) => [hash, {}])) as unknown as Pictures);

test("a video is shared with its poster, and with its label", () => {
  expect(shared(FILM, POSTER)).toEqual([{ file: POSTER, alt: "Đua thuyền", credit: "Lê Lan", ai: "made" }]);
});

test("the poster of a video that is hidden is shared by nobody", () => {
  expect(shared(POSTER)).toEqual([]);
});

describe("a list", () => {
  const made = (name: string, width: number, height: number): Picture => ({
    ...{ width, height, placeholder: "" },
    sources: [{ format: "jpeg", sizes: [{ address: `/_tep/${name}.jpeg`, width }] }],
  });
  const card = (picture: Picture | null) => ({ lead: { ...NO_LEAD, alt: "Hồ sen", credit: "Lê Lan" }, picture });
  const site = { name: "Phường Sen Hồ", emblem: made("emblem", 360, 360) };
  const of = (cards: ReturnType<typeof card>[], emblem: Picture | null = site.emblem) =>
    pictureOfList(cards, { ...site, emblem }, "https://x.example");

  test("is shared with the first picture that it shows", () => {
    const found = of([card(null), card(made("ho", 1440, 960)), card(made("khac", 720, 480))]);
    expect(found).toMatchObject({ url: "https://x.example/_tep/ho.jpeg", width: 1440, height: 960, alt: "Hồ sen" });
    expect(isLarge(found)).toBe(true);
  });

  test("without any is shared with the site's emblem, as a stamp", () => {
    const found = of([card(null)]);
    expect(found).toMatchObject({ url: "https://x.example/_tep/emblem.jpeg", alt: "Phường Sen Hồ" });
    expect(isLarge(found)).toBe(false);
    expect(of([], null)).toBeUndefined();
  });
});
