import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { originalPath, staffPicturePath } from "#features/addresses/desk.ts";
import { type Handout, type Picture, type Pictures, shownOf } from "#features/files/picture.ts";
import { renditionsOf } from "#features/files/testing.ts";
import type { PictureFile } from "#features/files/types.ts";
import { type ArticleContent, article } from "#features/kinds/article.ts";
import type { KindName } from "#features/kinds/kinds.ts";
import { kindOf } from "#features/kinds/kinds.ts";
import { site } from "#features/kinds/site.ts";
import { type Entry, newEntry, week } from "#features/kinds/week.ts";
import { digestOf } from "#features/text/canonical.ts";
import { compare } from "#features/text/compare.ts";
import { emptyContent, parseContent } from "#features/text/content.ts";
import type { Content } from "#features/text/kind.ts";
import { ZONE } from "#lib/dates.ts";
import desk from "#messages/vi/desk.json" with { type: "json" };
import terms from "#messages/vi/terms.json" with { type: "json" };
import { Changes } from "./changes.tsx";
import { fieldKey } from "./field-names.ts";

const naming = {
  section: (id: number) => `Mục ${id}`,
  tag: (id: number) => `Từ ${id}`,
  article: (number: number) => `Bài ${number}`,
  form: (code: string) => `Thể loại ${code}`,
  page: (id: number) => `trang ${id}`,
  place: (code: string) => code,
  paper: (id: number) => `Văn bản ${id}`,
  paperForm: (code: string) => code,
  accent: (code: string) => code,
  topic: String,
  template: (code: string) => code,
  banner: { level: (code: string) => code, sentence: String },
  front: { home: "Trang chủ", newDays: String, slots: String, titled: String, rule: (by: string) => by },
  entry: {
    day: (day: number) => `Thứ ${day + 1}`,
    time: (when: string) => when,
    state: (state: string) => state,
    words: (field: keyof typeof terms.weekWords) => terms.weekWords[field],
  },
  english: (field: "name" | "agency") => desk.changes.english[field],
  emblem: "có biểu trưng",
  origin: (code: string) => `Gốc ${code}`,
  hidden: "ẩn với bạn đọc",
  decorative: "ảnh trang trí",
  focus: ({ x, y }: { x: number; y: number }) => `${x}/${y}`,
  trueHost: (host: string) => `(tên miền thật: ${host})`,
};

const text = (words: string, ...marks: unknown[]) => ({ type: "text", text: words, marks });
const link = (href: string) => ({ type: "link", attrs: { href } });
const block = (id: string, ...content: unknown[]) => ({ type: "paragraph", attrs: { id: `block-${id}` }, content });
const aText = (body: unknown[], change: Record<string, unknown> = {}): ArticleContent =>
  parseContent(article, {
    ...emptyContent(article),
    headline: "Phường họp",
    ...change,
    body: { type: "doc", content: body },
  });

/** Heading and words of each change, as eyes and ears get them. */
function shown(before: Content, after: Content, kind: KindName = "article"): string[] {
  return markup(before, after, new Map(), kind)
    .split(/<\/d[td]>/)
    .flatMap((part) => part.replace(/<[^>]*>/g, "") || []);
}

function markup(before: Content, after: Content, pictures: Pictures, kind: KindName = "article"): string {
  return renderToStaticMarkup(
    <NextIntlClientProvider locale="vi" timeZone={ZONE} messages={{ desk, terms }}>
      <Changes {...{ kind, before, after, naming, pictures }} comparison={compare(kindOf({ kind }), before, after)} />
    </NextIntlClientProvider>,
  );
}

const [one, two, three] = ["Một", "Hai", "Ba"].map((words, at) => block(`${at}`, text(words)));

test("a page's address is called so, and an article's is its own", () => {
  expect(fieldKey("page", "slug")).not.toBe(fieldKey("article", "slug"));
  expect([fieldKey("page", "title"), fieldKey("article", "slug")]).toEqual(["title", "slug"]);
});

test("nothing is said to have changed where nothing has", () => {
  expect(shown(aText([one]), aText([one]))).toEqual(["Không có gì thay đổi."]);
});

test("blocks are named for what became of them, and those that stayed are counted", () => {
  expect(shown(aText([one, two, three]), aText([one, two, block("3", text("Bốn"))]))).toEqual([
    ...["Nội dung", "2 đoạn không đổi", "Bỏ đoạn", "[bỏ: Ba]", "Thêm đoạn", "[thêm: Bốn]"],
  ]);
  expect(shown(aText([one, two, three]), aText([three, one, two]))[0]).toBe("Chuyển chỗ");
  const mended = block("1", text("Hai ba"));
  expect(shown(aText([two]), aText([mended]))).toEqual(["Sửa đoạn", "Hai[thêm:  ba]"]);
});

test("where a link leads is said, also when its words stay as they were", () => {
  const [before, after] = ["/thong-bao", "https://elsewhere.example/"].map((href) => [
    block("a", text("Xem", link(href))),
  ]);
  expect(shown(aText(before ?? []), aText(after ?? []))).toEqual([
    "Đổi định dạng hoặc liên kết",
    "Xem[bỏ: \n/thong-bao][thêm: \nhttps://elsewhere.example/]",
  ]);
});

test("where the links of a new paragraph lead is said with it, and of one that is gone too", () => {
  const linked = block("9", text("https://thu.example", link("https://elsewhere.example/")));
  const lines = ["https://thu.example", "\nhttps://elsewhere.example/"];
  const marked = (kind: string) => lines.map((line) => `[${kind}: ${line}]`).join("");
  expect(shown(aText([one]), aText([one, linked]))).toEqual([
    "Nội dung",
    "1 đoạn không đổi",
    "Thêm đoạn",
    marked("thêm"),
  ]);
  expect(shown(aText([one, linked]), aText([one]))).toContain(marked("bỏ"));
});

test("a host of mixed scripts is told by its true name, in links and in the source", () => {
  const [before, after] = ["https://apple.example/", "https://аpple.example/"].map((url) =>
    aText([block("a", text("Xem", link(url)))], { source: { name: "Báo", url } }),
  );
  expect(before && after && shown(before, after)).toEqual([
    ...["Nguồn", "Báo – https://[bỏ: apple][thêm: аpple].example/[thêm:  (tên miền thật: xn--pple-43d.example)]"],
    "Đổi định dạng hoặc liên kết",
    "Xem[bỏ: \nhttps://apple.example/][thêm: \nhttps://аpple.example/ (tên miền thật: xn--pple-43d.example)]",
  ]);
});

test("a change of looks alone shows the words it is about", () => {
  const bold = block("0", text("Một", { type: "bold" }));
  expect(shown(aText([one]), aText([bold]))).toEqual(["Đổi định dạng hoặc liên kết", "Một"]);
  const figure = (credit: string) => ({ type: "figure", attrs: { id: "figure-1", credit } });
  expect(shown(aText([figure("")]), aText([figure("Văn Hồ")]))).toEqual([
    "Sửa đoạn – chưa có ảnh, bạn đọc không thấy",
    "[thêm: Văn Hồ]",
  ]);
});

test("fields are shown by the names that people know, an author who was hidden included", () => {
  const names = [{ name: "Lê Sen", post: "Chủ tịch", personId: null }];
  const before = aText([one], { sectionId: 1, byline: { hidden: false, names } });
  const after = aText([one], { sectionId: 2, secondSectionIds: [3], tagIds: [4], byline: { hidden: true, names } });
  expect(shown(before, after)).toEqual([
    ...["Chuyên mục", "Mục [bỏ: 1][thêm: 2]", "Chuyên mục đăng thêm", "[thêm: Mục 3]", "Từ khóa", "[thêm: Từ 4]"],
    ...["Tác giả", "Lê Sen (Chủ tịch)[thêm:  – ẩn với bạn đọc]", "Nội dung", "1 đoạn không đổi"],
  ]);
});

describe("the entries of a week", () => {
  const entry = (id: string, change: Partial<Entry> = {}): Entry => ({
    ...newEntry(1, id),
    ...{ from: "08:00", leaders: "Chủ tịch", what: "Giao ban", place: "Phòng 1" },
    ...change,
  });
  const of = (entries: Entry[]): Content => ({ ...emptyContent(week), entries });
  /** Each change, and each of its parts, in a line. */
  const changes = (before: Entry[], after: Entry[]) =>
    markup(of(before), of(after), new Map(), "week")
      .split(/<\/(?:dt|p|li)>|(?<=<\/span>)(?=<p>)/)
      .flatMap((part) => part.replace(/<[^>]*>/g, "") || []);

  test("whose words are of another field have changed, and are said under the name of each", () => {
    const was = entry("a", { others: "Văn phòng", prepares: "" });
    expect(changes([was], [{ ...was, others: "", prepares: "Văn phòng" }])).toEqual([
      ...[
        "Các mục công tác",
        "Sửa mục",
        "Thứ 2, 08:00",
        "Nội dung: Giao ban",
        "Lãnh đạo: Chủ tịch",
        "Địa điểm: Phòng 1",
      ],
      ...["Thành phần: [bỏ: Văn phòng]", "Chuẩn bị: [thêm: Văn phòng]"],
    ]);
    const noPlace = changes([was], [{ ...was, place: "", others: "Phòng 1\nVăn phòng" }]);
    expect(noPlace).toContain("Địa điểm: [bỏ: Phòng 1]");
    expect(noPlace).toContain("Thành phần: [thêm: Phòng 1\n]Văn phòng");
  });

  test("whose hour began and ends have changed", () => {
    const was = entry("a", { from: "", to: "10:00" });
    expect(changes([was], [{ ...was, from: "10:00", to: "" }])[1]).toContain("Sửa mục");
  });

  test("in other lines have changed", () => {
    expect(changes([entry("a", { what: "Họp\nGặp" })], [entry("a", { what: "Họp Gặp" })])[1]).toContain("Sửa mục");
  });

  test("of one hour in another order are said to stand so, as readers see it", () => {
    const [one, two, later] = [entry("a"), entry("b", { what: "Tiếp dân" }), entry("c", { from: "14:00" })];
    const swapped = changes([one, two, later], [two, one, later]);
    expect(swapped.filter((said) => said.startsWith("Đổi thứ tự"))).toHaveLength(1);
    expect(swapped.at(-1)).toBe("2 mục không đổi");
    const edited = changes(
      [one, two],
      [
        { ...two, place: "Sân" },
        { ...one, place: "Sân" },
      ],
    );
    expect(edited.filter((said) => said.startsWith("Sửa mục, đổi thứ tự"))).toHaveLength(1);
  });

  test("around which another one took a later hour stay as they are", () => {
    const [one, two] = [entry("a"), entry("b", { from: "09:00" })];
    const moved = changes([one, two], [{ ...one, from: "10:00" }, two]);
    expect(moved.filter((said) => said.includes("thứ tự"))).toEqual([]);
    expect(moved.at(-1)).toBe("1 mục không đổi");
  });
});

test("a site's English name that becomes its agency's is said to have changed", () => {
  const [before, after] = [
    { name: "Sen Ward", agency: "" },
    { name: "", agency: "Sen Ward" },
  ].map((english) => ({ ...emptyContent(site), english }));
  expect(before && after && shown(before, after, "site")).toEqual([
    "Tên tiếng Anh",
    "[bỏ: Tên][thêm: Cơ] [bỏ: trang][thêm: quan chủ quản]: Sen Ward",
  ]);
});

describe("a picture", () => {
  const [old, now] = ["ab".repeat(32), "cd".repeat(32)];
  const pictures = shownOf(
    [old, now].map(
      (sha256) =>
        ({
          sha256,
          cut: "",
          state: "ready",
          mediaType: "image/jpeg",
          width: 800,
          height: 600,
          renditions: renditionsOf(800, 600),
        }) as PictureFile,
    ),
    staffPicturePath,
    originalPath,
  );
  const figure = (attrs: Record<string, unknown>, caption = "Hội nghị") =>
    aText([one, { type: "figure", attrs: { id: "figure-1", ...attrs }, content: [text(caption)] }]);
  const seen = (html: string) => [...html.matchAll(/<img src="\/api\/files\/(\w\w)/g)].map(([, hash]) => hash);
  const words = (html: string) =>
    html
      .replace(/<[^>]*>/g, " ")
      .replace(/\s+/g, " ")
      .trim();

  test("that became another one is shown beside the old one, each as what it is", () => {
    const html = markup(figure({ file: old, alt: "Cổng" }), figure({ file: now, alt: "Cổng" }), pictures);
    expect(seen(html)).toEqual(["ab", "cd"]);
    expect(words(html)).toMatch(/Đổi ảnh Ảnh cũ Ảnh mới Chú thích ảnh: Hội nghị Mô tả ảnh: Cổng$/);
  });
  test("that is cut otherwise is shown as it was and as it is, with what is left in words", () => {
    const cut = "90-0-0-5000-10000";
    const made = {
      sha256: old,
      cut,
      state: "ready",
      mediaType: "image/jpeg",
      width: 300,
      height: 800,
      renditions: renditionsOf(300, 800),
    };
    const both = new Map([...pictures, ...shownOf([made as PictureFile], staffPicturePath, originalPath)]);
    const html = markup(figure({ file: old, alt: "Cổng" }), figure({ file: old, cut, alt: "Cổng" }), both);
    expect(seen(html)).toEqual(["ab", "ab"]);
    expect(html.match(/<img src="[^"]*"/g)?.map((img) => img.includes(`cut=${cut}`))).toEqual([false, true]);
    expect(words(html)).toContain("Cắt lại ảnh Ảnh cũ Ảnh mới");
    expect(words(html)).toContain(
      "[thêm: xoay phải 90°, giữ 50% chiều ngang và 100% chiều dọc, từ 0% bên trái và 0% phía trên ]",
    );
  });
  test("that is new or gone is shown with all its words", () => {
    const added = markup(aText([one]), figure({ file: now, alt: "Cổng", credit: "An" }), pictures);
    expect(seen(added)).toEqual(["cd"]);
    expect(words(added)).toBe(
      "Nội dung 1 đoạn không đổi Thêm ảnh Chú thích ảnh: [thêm: Hội nghị ] Nguồn ảnh: [thêm: An ] Mô tả ảnh: [thêm: Cổng ]",
    );
    const removed = markup(figure({ file: old }), aText([one]), pictures);
    expect(seen(removed)).toEqual(["ab"]);
    expect(words(removed)).toMatch(/1 đoạn không đổi Bỏ ảnh/);
  });
  test("whose words changed is shown once, with each that changed, also those that eyes do not see", () => {
    const html = markup(figure({ file: old, alt: "Cổng" }), figure({ file: old, alt: "Cổng làng" }), pictures);
    expect(seen(html)).toEqual(["ab"]);
    expect(words(html)).toContain("Sửa lời của ảnh Chú thích ảnh: Hội nghị Mô tả ảnh: Cổng [thêm: làng ]");
    expect(
      words(markup(figure({ file: old, alt: "Cổng" }), figure({ file: old, decorative: true }), pictures)),
    ).toContain("ảnh trang trí");
  });
  test("that is not there says why, and one that was awaited and came is a new one", () => {
    const missing: Pictures = new Map<string, Picture | Handout | { why: string }>([...pictures]).set(now, {
      why: "Ảnh “cong.jpg” đang được xử lý.",
    });
    expect(words(markup(figure({ file: old }), figure({ file: now }), missing))).toContain(
      "Ảnh “cong.jpg” đang được xử lý.",
    );
    const came = markup(figure({}), figure({ file: now }), pictures);
    expect(seen(came)).toEqual(["cd"]);
    expect(words(came)).toMatch(/Đổi ảnh Ảnh cũ Chưa có ảnh: bạn đọc không thấy chỗ này. Ảnh mới/);
  });
});

describe("a gallery", () => {
  const hashes = ["ab", "cd", "ef"].map((pair) => pair.repeat(32));
  const figure = (at: number, alt = `Cổng ${at}`) => ({
    ...{ type: "figure", attrs: { id: `figure-${at}`, file: hashes[at], alt, credit: "An" } },
    content: [text(`Lời ${at}`)],
  });
  const gallery = (caption: string, ...content: unknown[]) =>
    aText([one, { type: "gallery", attrs: { id: "gallery-1", caption }, content }]);

  test("says of each picture what became of it and where it stood; of those that stayed, that they did", () => {
    const before = gallery("Hội", figure(0), figure(1));
    const after = gallery("Ngày hội", figure(0), figure(2), figure(1, "Cổng làng"));
    expect(shown(before, after).join(" ").replace(/\s+/g, " ")).toBe(
      "Nội dung 1 đoạn không đổi Sửa chùm ảnh Tên chùm ảnh: [bỏ: Hội][thêm: Ngày hội]" +
        "Ảnh 2 – Thêm ảnhChưa có ảnh: bạn đọc không thấy chỗ này.Chú thích ảnh: [thêm: Lời 2] Nguồn ảnh: [thêm: An] Mô tả ảnh: [thêm: Cổng 2] " +
        "Ảnh 3, trước đây là ảnh 2 – Sửa lời của ảnhChưa có ảnh: bạn đọc không thấy chỗ này.Chú thích ảnh: Lời 1 Nguồn ảnh: An Mô tả ảnh: Cổng [bỏ: 1][thêm: làng] " +
        "1 ảnh không đổiChưa có ảnh: bạn đọc không thấy chỗ này.Chú thích ảnh: Lời 0 Nguồn ảnh: An Mô tả ảnh: Cổng 0",
    );
  });
  test("in another order is another text, which says which picture moved", () => {
    const [before, after] = [gallery("", figure(0), figure(1)), gallery("", figure(1), figure(0))];
    expect(digestOf(article, before)).not.toBe(digestOf(article, after));
    expect(shown(before, after).join(" ")).toMatch(
      /Sửa chùm ảnh Thứ tự ảnh trong chùm đã đổi\.Ảnh 1, trước đây là ảnh 2 – Chuyển chỗ ảnh.*1 ảnh không đổi|trước đây là ảnh 1 – Chuyển chỗ ảnh/,
    );
  });
});

describe("a document", () => {
  const words = (html: string) =>
    html
      .replace(/<[^>]*>/g, " ")
      .replace(/\s+/g, " ")
      .trim();
  const [old, now] = ["ab".repeat(32), "cd".repeat(32)];
  const pdf = { state: "ready", name: "Kế hoạch.pdf", mediaType: "application/pdf" } as const;
  const files = shownOf(
    [
      { ...pdf, sha256: old, size: 1_048_576, pages: 3 } as PictureFile,
      { ...pdf, sha256: now, size: 2_097_152, pages: 4 } as PictureFile,
    ],
    staffPicturePath,
    originalPath,
  );
  const attachment = (attrs: Record<string, unknown>) =>
    aText([one, { type: "attachment", attrs: { id: "attach-1", title: "Kế hoạch", ...attrs } }]);

  test("that is another one stands beside the old one, each to be saved", () => {
    const html = markup(attachment({ file: old }), attachment({ file: now }), files);
    const said = words(html);
    expect(said).toContain("Đổi tệp đính kèm");
    expect(said.match(/Kế hoạch\.pdf/g)).toHaveLength(2);
    expect(said.indexOf("PDF · 1 MB · 3 trang")).toBeGreaterThan(said.indexOf("Tệp cũ"));
    expect(said.indexOf("PDF · 2 MB · 4 trang")).toBeGreaterThan(said.indexOf("Tệp mới"));
    expect([...html.matchAll(/href="\/api\/files\/(\w\w)\w+\/original"/g)].map(([, hash]) => hash)).toEqual([
      "ab",
      "cd",
    ]);
  });
  test("that is new, gone or called otherwise says so", () => {
    expect(words(markup(aText([one]), attachment({ file: now }), files))).toContain("Thêm tệp đính kèm");
    expect(words(markup(attachment({ file: old }), aText([one]), files))).toContain("Bỏ tệp đính kèm");
    const renamed = markup(
      attachment({ file: old }),
      attachment({ file: old, title: "Kế hoạch quý II", summary: "Ba việc." }),
      files,
    );
    expect(words(renamed)).toContain("Sửa lời của tệp đính kèm");
    expect(words(renamed)).toContain("quý II");
    expect(words(renamed)).toContain("Ba việc.");
  });
  test("that is not there says why", () => {
    const missing: Pictures = new Map([[now, { why: "Tệp “a.pdf” không dùng được." }]]);
    expect(words(markup(aText([one]), attachment({ file: now }), missing))).toContain("Tệp “a.pdf” không dùng được.");
    expect(words(markup(aText([one]), attachment({}), missing))).toContain("Chưa có tệp: bạn đọc không thấy chỗ này.");
  });
});

describe("a video", () => {
  const hashes = ["11", "22", "33", "44"].map((two) => two.repeat(32));
  const [film = "", poster = "", before = "", after = ""] = hashes;
  const file = (sha256: string, mediaType: string, name: string) =>
    ({ ...{ sha256, mediaType, name, state: "ready", cut: "", size: 9_000, pages: null, renditions: [] } }) as unknown;
  const handed = shownOf(
    [
      file(film, "video/mp4", "dua.mp4") as PictureFile,
      file(before, "text/vtt", "cu.vtt") as PictureFile,
      file(after, "text/vtt", "moi.vtt") as PictureFile,
    ],
    staffPicturePath,
    originalPath,
  );
  const says = new Map([
    [before, "Mặt trời lên"],
    [after, "Mặt trăng lên"],
  ]);
  const files: Pictures = new Map(
    [...handed].map(([hash, one]) => [hash, "about" in one ? { ...one, words: says.get(hash) ?? "" } : one]),
  );
  const video = (attrs: object) =>
    aText([
      one,
      { type: "video", attrs: { id: "video-1", file: film, title: "Đua thuyền", credit: "Lê Lan", ...attrs } },
    ]);
  const said = (html: string) => html.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ");

  test("with other subtitles is shown beside the old one, and each word of them that changed is marked", () => {
    const html = markup(video({ subtitles: { file: before } }), video({ subtitles: { file: after } }), files);
    expect(said(html)).toContain("Đổi tệp, ảnh bìa hoặc phụ đề của video");
    expect([...html.matchAll(/<track[^>]*src="\/api\/files\/(\w\w)/g)].map(([, hash]) => hash)).toEqual(["33", "44"]);
    expect(html).toMatch(/<del[^>]*>(?:<span[^>]*>[^<]*<\/span>)?trời/);
    expect(html).toMatch(/<ins[^>]*>(?:<span[^>]*>[^<]*<\/span>)?trăng/);
  });
  test("whose poster went, whose words changed, in which nobody speaks any more, says so", () => {
    const was = { poster: { file: poster }, transcript: "Xin chào" };
    const html = said(markup(video(was), video({ title: "Đua ghe", speechless: true, ai: "made" }), files));
    for (const line of ["Không có ảnh bìa.", "ghe", "Xin chào", "không có lời nói", "Nhãn AI", "Video tạo bằng AI"])
      expect(html).toContain(line);
    expect(said(markup(aText([one]), video({}), files))).toContain("Thêm video");
    expect(said(markup(video({}), aText([one]), files))).toContain("Bỏ video");
  });
});
