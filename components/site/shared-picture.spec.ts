import { expect, test } from "vitest";
import type { Pictures } from "#features/files/picture.ts";
import type { Video } from "#features/text/body.ts";
import { usesShared } from "./shared-picture.ts";

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
