import { describe, expect, test } from "vitest";
import { factsOfRights } from "#features/files/rights.ts";
import { figureOf } from "#features/files/testing.ts";
import { NOTHING_SAID } from "#features/files/testing-rights.ts";
import type { Attachment, BodyDoc, Figure } from "#features/text/body.ts";
import { emptyContent } from "#features/text/content.ts";
import type { Gap } from "#features/text/gaps.ts";
import { type ArticleContent, article } from "./article.ts";
import { NO_LEAD } from "./lead.ts";

const HASH = "ab".repeat(32);
const SAID = { ...NOTHING_SAID, licence: "own", peopleShown: "no_child" } as const;

type Rights = Partial<typeof NOTHING_SAID>;

/** What is missing about the right to a picture, as "blocks: says". */
function gapsOf(rights: Rights, use: Partial<Figure["attrs"]> = {}): string[] {
  return ofText({ body: { type: "doc", content: [figureOf(HASH, use)] } }, rights);
}
function ofText(says: Partial<ArticleContent>, rights: Rights): string[] {
  const facts = factsOfRights({ ...SAID, ...rights });
  const files = new Map([[HASH, { state: "ready" as const, rights: facts }]]);
  const isOurs = ({ sentence }: Gap) => /quyền|hạn|trẻ em|AI|giấy phép|người trong ảnh/.test(sentence);
  return article
    .gaps({ ...emptyContent(article), ...says }, { files })
    .filter(isOurs)
    .map(({ blocks, sentence, rightsOf }) => `${blocks}${rightsOf === HASH ? " at the file" : ""}: ${sentence}`);
}

describe("the right to a picture", () => {
  test("is nothing that is missing where all is said", () => {
    expect(gapsOf({})).toEqual([]);
    expect(gapsOf({ licenceEnd: "2030-01-01" })).toEqual([]);
  });
  test("has to be said before it is published, of one that was brought since that is asked", () => {
    expect(gapsOf({ licence: null, peopleShown: null })).toEqual([
      "publish at the file: Ảnh thứ 1 chưa ghi quyền sử dụng và người trong ảnh.",
    ]);
    expect(gapsOf({ peopleShown: null })).toEqual(["publish at the file: Ảnh thứ 1 chưa ghi người trong ảnh."]);
  });
  test("is asked about in vain where it was brought before", () => {
    expect(gapsOf({ licence: null, asksRights: false })).toEqual([
      "advice at the file: Ảnh thứ 1 chưa ghi quyền sử dụng (ảnh có từ trước khi kho hỏi điều này).",
    ]);
  });
  test("is over once its licence has ended, whenever it was brought", () => {
    for (const asksRights of [true, false]) {
      expect(gapsOf({ licenceEnd: "2026-01-31", hasEnded: true, asksRights })).toEqual([
        "publish at the file: Ảnh thứ 1 hết hạn sử dụng từ sau ngày 31/01/2026: chọn tệp khác, hoặc ghi hạn mới trong kho nếu giấy phép đã được gia hạn.",
      ]);
    }
  });
  test("is not there for children on no basis, or where nobody holds the consent", () => {
    const children = { peopleShown: "children", childrenBasis: "school", consentHolder: "cô Hoa" } as const;
    expect(gapsOf(children)).toEqual([]);
    for (const lacks of [{ childrenBasis: null }, { consentHolder: "" }, { childrenBasis: null, asksRights: false }]) {
      expect(gapsOf({ ...children, ...lacks })).toEqual([
        "publish at the file: Ảnh thứ 1 có trẻ em nhận ra được mà chưa ghi vì sao được đăng và ai giữ giấy đồng ý.",
      ]);
    }
  });
  test("asks that a free licence is named beside the picture, as advice", () => {
    const free = { licence: "free", licenceName: "CC BY 4.0" } as const;
    expect(gapsOf(free)[0]).toMatch(/^advice: Ảnh thứ 1 dùng theo CC BY 4\.0/);
    expect(gapsOf(free, { credit: "An (cc by 4.0)" })).toEqual([]);
  });
  test("counts for the lead picture, and of a document only that it has ended", () => {
    const lead = { ...NO_LEAD, file: HASH, credit: "An", alt: "Sen", caption: "Sen" };
    expect(ofText({ lead }, { licence: null })).toEqual(["publish at the file: Ảnh đại diện chưa ghi quyền sử dụng."]);
    const paper: Attachment = {
      type: "attachment",
      attrs: { id: "paper001", file: HASH, title: "Tờ rơi", summary: "" },
    };
    const body: BodyDoc = { type: "doc", content: [paper] };
    expect(ofText({ body }, { licence: null, peopleShown: null, ai: "made" })).toEqual([]);
    expect(ofText({ body }, { licenceEnd: "2026-01-31", hasEnded: true })).toHaveLength(1);
  });
});

describe("a picture that a generative program", () => {
  test.each([
    ["made", undefined, "made"],
    ["made", "none", "made"],
    ["made", "edited", "made"],
    ["made", "made", null],
    ["edited", "none", "edited"],
    ["edited", "edited", null],
    ["edited", "made", null],
    ["none", "made", null],
  ] as const)("%s, in a text that says %s, lacks the label: %s", (ai, ofUse, lacks) => {
    const { ai: _, ...unsaid } = figureOf(HASH).attrs;
    const figure: Figure = { type: "figure", attrs: ofUse === undefined ? unsaid : { ...unsaid, ai: ofUse } };
    const found = ofText({ body: { type: "doc", content: [figure] } }, { ai });
    const words = { made: "Ảnh tạo bằng AI", edited: "Ảnh chỉnh sửa bằng AI" };
    expect(found.map((one) => one.startsWith("publish: ") && one.includes(words[lacks ?? "made"]))).toEqual(
      lacks === null ? [] : [true],
    );
  });
});
