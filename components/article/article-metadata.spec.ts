import { expect, test } from "vitest";
import { sampleArticle } from "#components/site/design/samples.ts";
import { FORMS } from "#features/kinds/article.ts";
import type { Site } from "#features/reading/types.ts";
import { articleMetadata } from "./article-metadata.ts";

const site = { name: "Phường", agency: "", language: "vi", email: "" } as Site;

test("what sort of article it is is said to machines in words, as of all other pages", () => {
  const types = FORMS.map((form) => articleMetadata(site, sampleArticle(form), "https://phuong.example").other);
  expect(types.map((other) => other?.["DC.type"])).toEqual([
    ...["Tin", "Tường thuật hội nghị", "Thông báo", "Phỏng vấn", "Phóng sự ảnh", "Hỏi – đáp", "Văn bản"],
  ]);
});
