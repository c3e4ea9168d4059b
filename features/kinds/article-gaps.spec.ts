import { describe, expect, it } from "vitest";
import { type ArticleContent, article } from "#features/kinds/article.ts";
import { NO_LEAD } from "#features/kinds/lead.ts";
import { emptyContent, parseContent } from "#features/text/content.ts";
import { blocking } from "#features/text/gaps.ts";

const paragraph = { type: "paragraph", content: [{ type: "text", text: "Sáng nay." }] };
const ready: Record<string, unknown> = {
  ...emptyContent(article),
  headline: "Phường họp",
  standfirst: "Sáng nay, phường họp.",
  lead: { file: "ef".repeat(32), caption: "Hội trường", credit: "An", alt: "Hàng ghế và bục", decorative: false },
  sectionId: 3,
  byline: { hidden: true, names: [{ name: "An", post: "", personId: null }] },
  body: { type: "doc", content: [paragraph] },
};
const aText = (change: Record<string, unknown> = {}): ArticleContent => parseContent(article, { ...ready, ...change });
const sentences = (content: ArticleContent, facts = {}) =>
  article.gaps(content, facts).map(({ blocks, sentence }) => `${blocks}: ${sentence}`);
const picture = (attrs: Record<string, unknown>) => ({
  type: "figure",
  attrs,
  content: [{ type: "text", text: "Quang cảnh" }],
});
const figure = (attrs: Record<string, unknown>) => ({
  body: { type: "doc", content: [picture(attrs), paragraph] },
});

describe("gaps", () => {
  it("of a finished text: none", () => expect(article.gaps(aText(), { sectionIds: new Set([3]) })).toEqual([]));

  it("of an empty text are said all at once", () => {
    expect(sentences(emptyContent(article))).toEqual([
      "submit: Chưa có tiêu đề.",
      "advice: Chưa có sapo (tóm tắt).",
      "submit: Chưa chọn chuyên mục.",
      "submit: Chưa có tác giả (có thể ẩn tên với bạn đọc, nhưng phải ghi lại).",
      "submit: Chưa có nội dung.",
    ]);
  });

  it("ask a reprint for its source, and not for an author", () => {
    const reprint = aText({ origin: "reprint", byline: { hidden: false, names: [] } });
    expect(sentences(reprint)).toEqual(["submit: Tin, bài dẫn lại phải ghi nguồn."]);
  });

  it("only advise about the author of an old article", () => {
    const old = aText({ datedAt: "2014-01-02T00:00:00Z", byline: { hidden: false, names: [] } });
    expect(blocking(article.gaps(old), "publish")).toEqual([]);
  });

  it("name a section that is gone, and an address that is not finished", () => {
    expect(sentences(aText(), { sectionIds: new Set([4]) })).toEqual([
      "submit: Chuyên mục đã chọn không còn dùng, cần chọn lại.",
    ]);
    expect(sentences(aText({ source: { name: "", url: "https:/" } }))).toEqual([
      "submit: Địa chỉ của nguồn chưa đúng.",
    ]);
  });

  it("say of an awaited picture whether it has its caption", () => {
    expect(sentences(aText(figure({})))).toEqual([
      "publish: Ảnh thứ 1 chưa có tệp ảnh, mới có chú thích: bạn đọc chưa thấy chú thích này.",
    ]);
    const bare = { body: { type: "doc", content: [{ type: "figure", attrs: {}, content: [] }] } };
    expect(sentences(aText(bare))).toContain("publish: Ảnh thứ 1 chưa có tệp ảnh và chưa có chú thích.");
  });

  it("miss a text where captions of awaited pictures are all there is, which an old article may wait with", () => {
    const alone = { body: { type: "doc", content: [picture({})] } };
    expect(sentences(aText(alone))).toContain("submit: Chưa có nội dung.");
    expect(sentences(aText({ ...alone, datedAt: "2019-06-23T03:27:00Z" }))).toContain("advice: Chưa có nội dung.");
  });

  it("let an awaited picture go to the editor and not to readers; an old article may wait with it", () => {
    const gaps = article.gaps(aText(figure({})));
    expect(blocking(gaps, "submit")).toEqual([]);
    expect(blocking(gaps, "publish")).toHaveLength(1);
    const old = aText({ ...figure({}), datedAt: "2019-06-23T03:27:00Z" });
    expect(sentences(old)).toEqual([
      "advice: Ảnh thứ 1 chưa có tệp ảnh, mới có chú thích: bạn đọc chưa thấy chú thích này.",
    ]);
  });

  it("ask a picture for its description and its source before publishing, also in an old article", () => {
    const file = "ab".repeat(32);
    const gaps = article.gaps(aText(figure({ file, credit: "An" })));
    expect(gaps).toMatchObject([{ blocks: "publish", field: "body" }]);
    expect(blocking(gaps, "submit")).toEqual([]);
    expect(article.gaps(aText(figure({ file, credit: "An", decorative: true })))).toEqual([]);
    const old = { ...figure({ file }), datedAt: "2019-06-23T03:27:00Z" };
    for (const text of [aText(figure({ file })), aText(old)]) {
      expect(sentences(text)).toEqual([
        "publish: Ảnh thứ 1 chưa có mô tả cho người dùng trình đọc màn hình.",
        "publish: Ảnh thứ 1 chưa ghi nguồn ảnh.",
      ]);
    }
  });

  it("say which picture readers could not get, why, and what to do; one that was not looked at is taken for ready", () => {
    const [one, two] = ["ab".repeat(32), "cd".repeat(32)];
    const words = { credit: "An", alt: "Hồ lúc sáng" };
    const body = {
      type: "doc",
      content: [picture({ file: one, ...words }), paragraph, picture({ file: two, ...words })],
    };
    const withState = (state: string) => sentences(aText({ body }), { files: new Map([[two, { state }]]) });
    expect(withState("ready")).toEqual([]);
    expect(withState("waiting")).toEqual(["publish: Ảnh thứ 2 đang được chuẩn bị cho bạn đọc: chờ ít phút rồi đăng."]);
    expect(withState("failed")).toEqual([
      "publish: Ảnh thứ 2 không dùng được vì tệp ảnh có lỗi: chọn ảnh khác hoặc bỏ ảnh này.",
    ]);
    expect(withState("missing")).toEqual([
      "publish: Ảnh thứ 2 không còn tệp trên trang này: chọn lại ảnh hoặc bỏ ảnh này.",
    ]);
  });

  it("say of a cut picture how its cut stands, not the whole, which no reader gets", () => {
    const file = "ab".repeat(32);
    const cut = "90-0-0-5000-10000";
    const body = { type: "doc", content: [paragraph, picture({ file, cut, credit: "An", alt: "Hồ" })] };
    const withState = (state: string) =>
      sentences(aText({ body }), {
        files: new Map([
          [file, { state: "failed" }],
          [`${file}/${cut}`, { state }],
        ]),
      });
    expect(withState("ready")).toEqual([]);
    expect(withState("waiting")).toEqual(["publish: Ảnh thứ 1 đang được cắt cho bạn đọc: chờ ít phút rồi đăng."]);
    expect(withState("failed")).toEqual([
      "publish: Ảnh thứ 1 không cắt được vì tệp ảnh có lỗi: cắt lại, bỏ cắt hoặc chọn ảnh khác.",
    ]);
  });

  it("ask the lead picture for the same, by its own name and at its own field", () => {
    const lead = { ...(ready.lead as object), credit: "", alt: "", caption: "" };
    expect(article.gaps(aText({ lead }))).toEqual([
      { field: "lead", blocks: "publish", sentence: "Ảnh đại diện chưa có mô tả cho người dùng trình đọc màn hình." },
      { field: "lead", blocks: "advice", sentence: "Ảnh đại diện chưa có chú thích." },
      { field: "lead", blocks: "publish", sentence: "Ảnh đại diện chưa ghi nguồn ảnh." },
    ]);
    const failed = { files: new Map([["ef".repeat(32), { state: "failed" }]]) };
    expect(sentences(aText(), failed)).toEqual([
      "publish: Ảnh đại diện không dùng được vì tệp ảnh có lỗi: chọn ảnh khác hoặc bỏ ảnh này.",
    ]);
  });

  it("advise a text with pictures to have one beside its headline, and no text without and no old one", () => {
    const advice = ["advice: Chưa có ảnh đại diện: bài không có ảnh ở trang chủ và chuyên mục."];
    const withPicture = { ...figure({ file: "ab".repeat(32), credit: "An", alt: "Hồ" }), lead: NO_LEAD };
    expect(sentences(aText(withPicture))).toEqual(advice);
    expect(sentences(aText({ ...withPicture, datedAt: "2014-01-02T00:00:00Z" }))).toEqual([]);
    expect(sentences(aText({ lead: NO_LEAD }))).toEqual([]);
  });

  it("ask an author for a name", () => {
    const names = [
      { name: "An", post: "", personId: null },
      { name: "", post: "Chủ tịch", personId: null },
    ];
    expect(sentences(aText({ byline: { hidden: false, names } }))).toEqual(["submit: Có tác giả chưa ghi họ tên."]);
  });

  it("ask a correction for its note, and a second one for a new note", () => {
    const owed = ["submit: Chưa ghi lời đính chính cho bạn đọc."];
    expect(sentences(aText(), { correcting: true })).toEqual(owed);
    const noted = aText({ correction: "Số cây là 640." });
    expect(sentences(noted, { correcting: true })).toEqual([]);
    expect(sentences(noted, { correcting: true, before: { correction: "Số cây là 640." } })).toEqual([
      "submit: Lời đính chính giống hệt lần trước: hãy ghi lần này sửa gì.",
    ]);
  });
  it("let no note out that says what the one before it said", () => {
    const before = { correction: "", update: "Thêm ảnh." };
    expect(sentences(aText({ update: "Thêm ảnh." }), { before })).toEqual([
      "submit: Lời cập nhật giống hệt lần trước: hãy ghi lần này thêm gì, hoặc để trống.",
    ]);
    for (const update of ["", "Thêm ảnh lễ khai mạc."]) expect(sentences(aText({ update }), { before })).toEqual([]);
  });
});
