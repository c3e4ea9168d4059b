import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { topic } from "#features/kinds/topic.ts";
import type { LiveTopic } from "#features/reading/types.ts";
import { emptyContent } from "#features/text/content.ts";
import { TopicView } from "./topic-view.tsx";

const drawn = (page: number, updatedAt: Date | null, standfirst = "Nước đang lên.") => {
  const content = { ...emptyContent(topic), title: "Mùa lũ", slug: "mua-lu", standfirst };
  const live: LiveTopic = { number: 5, content, pictures: new Map(), share: null, shownAt: null, updatedAt };
  const shown = { pinned: [], cards: [], listed: 30, page, pages: 2 };
  return renderToStaticMarkup(<TopicView topic={live} shown={shown} />).replace(/<[^>]*>/g, "");
};

test("a topic says when its own words were changed, where they stand", () => {
  const at = new Date("2026-11-24T07:05:00Z");
  expect(drawn(1, at)).toContain("Cập nhật lúc 14:05 ngày 24/11/2026");
  expect(drawn(1, null)).not.toContain("Cập nhật");
  expect(drawn(2, at)).not.toContain("Cập nhật");
});

test("the short forms in its words stand below them with what they are short for", () => {
  expect(drawn(1, null, "UBND phường trực 24/24.")).toContain("Ủy ban nhân dân");
  expect(drawn(1, null)).not.toContain("Ủy ban nhân dân");
});
