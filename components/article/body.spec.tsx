import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it, vi } from "vitest";
import { mediaWords } from "#components/site/media-words.ts";
import { documentPath, filePagePath, picturePath } from "#features/addresses/public.ts";
import { type Pictures, shownOf } from "#features/files/picture.ts";
import { renditionsOf } from "#features/files/testing.ts";
import type { PictureFile } from "#features/files/types.ts";
import type { BodyDoc } from "#features/text/body.ts";
import { validateBody } from "#features/text/document.ts";
import { ArticleBody } from "./body.tsx";

const ai = { edited: "Ảnh chỉnh sửa bằng AI", made: "Ảnh tạo bằng AI" };
const words = {
  ...{ credit: "Ảnh", ai, table: "Bảng", awaited: null, enlarge: "Xem ảnh cỡ lớn", download: "Tải về" },
  media: mediaWords,
};
const draw = (body: BodyDoc, pictures?: Pictures) =>
  renderToStaticMarkup(<ArticleBody body={body} words={words} pictures={pictures} />);
const html = (...content: unknown[]) => draw(validateBody({ type: "doc", content }));

const text = (words: string, ...marks: unknown[]) => ({ type: "text", text: words, marks });
const paragraph = (...content: unknown[]) => ({ type: "paragraph", content });
const item = (...content: unknown[]) => ({ type: "listItem", content });

describe("a reader's page shows", () => {
  it("paragraphs, marks and links", () => {
    const link = { type: "link", attrs: { href: "https://phuong.example/a" } };
    expect(
      html(paragraph(text("Sáng "), text("nay", { type: "bold" }, link), { type: "hardBreak" }, text("họp"))),
    ).toBe('<p>Sáng <a href="https://phuong.example/a" rel="external"><strong>nay</strong></a><br/>họp</p>');
  });

  it("a link whose host may mislead, as machines spell it: paper and the browser say where it leads", () => {
    const link = { type: "link", attrs: { href: "https://аpple.example/a" } };
    expect(html(paragraph(text("nay", link)))).toContain('href="https://xn--pple-43d.example/a"');
  });

  it("one link where its words differ only in looks", () => {
    const link = { type: "link", attrs: { href: "/tin-tuc" } };
    expect(html(paragraph(text("xem ", link), text("thêm", link, { type: "italic" }), text(".")))).toBe(
      '<p><a href="/tin-tuc">xem <em>thêm</em></a>.</p>',
    );
  });

  it("headings and alignment without an inline style", () => {
    expect(html({ type: "heading", attrs: { level: 3, align: "center" }, content: [text("Kết quả")] })).toBe(
      '<h3 class="align-center">Kết quả</h3>',
    );
  });

  it("official numbering as text, once, and goes on where it was told to", () => {
    const nested = { type: "bulletList", content: [item(paragraph(text("nhanh")))] };
    const list = {
      type: "orderedList",
      attrs: { style: "(1).", start: 4 },
      content: [item(paragraph(text("Chỉ đạo")), nested), item(paragraph(text("Kiểm tra")))],
    };
    const page = html(list);
    expect(page).toContain('<p><span class="marker">(4). </span>Chỉ đạo</p>');
    expect(page).toContain('<p><span class="marker">- </span>nhanh</p>');
    expect(page).toContain('<p><span class="marker">(5). </span>Kiểm tra</p>');
    expect(page).not.toMatch(/<[ou]l|<li/);
  });

  it("tables in a frame of their own with name and header cells", () => {
    const cell = (type: string, words: string, attrs = {}) => ({ type, attrs, content: [paragraph(text(words))] });
    const row = (...content: unknown[]) => ({ type: "tableRow", content });
    const page = html({
      type: "table",
      attrs: { caption: "Thu, chi" },
      content: [
        row(cell("tableHeader", "Mục", { colspan: 2 })),
        row(cell("tableHeader", "Thu"), cell("tableCell", "3")),
      ],
    });
    expect(page).toBe(
      '<section class="table-scroll" aria-label="Thu, chi" tabindex="0"><table><caption>Thu, chi</caption><tbody>' +
        '<tr><th scope="col" colSpan="2"><p>Mục</p></th></tr><tr><th scope="row"><p>Thu</p></th><td><p>3</p></td></tr></tbody></table></section>',
    );
  });

  it("no caption of a picture that is still awaited; staff meet it, marked as what readers do not get", () => {
    const awaited = { type: "figure", attrs: { credit: "An" }, content: [text("Quang cảnh hội nghị")] };
    expect(html(awaited)).toBe("");
    const body = validateBody({ type: "doc", content: [awaited] });
    expect(renderToStaticMarkup(<ArticleBody body={body} words={{ ...words, awaited: "Chưa có ảnh." }} />)).toBe(
      '<figure class="awaited"><p class="awaited-note">Chưa có ảnh.</p><figcaption>Quang cảnh hội nghị<span class="credit"> Ảnh: An</span></figcaption></figure>',
    );
  });

  const [one, other] = ["ab".repeat(32), "cd".repeat(32)];
  const file = (sha256: string, width: number, height: number) =>
    ({
      sha256,
      mediaType: "image/jpeg",
      cut: "",
      state: "ready",
      width,
      height,
      placeholder: "",
      renditions: renditionsOf(width, height),
    }) as PictureFile;
  const shown = (...files: PictureFile[]) =>
    shownOf(files, (sha, width, format) => `/${sha.slice(0, 2)}/${width}.${format}`, documentPath);
  const figure = (attrs: Record<string, unknown>) => ({ type: "figure", attrs, content: [text("Hội nghị")] });
  const bodyOf = (...content: unknown[]) => validateBody({ type: "doc", content });

  it("a picture with its description", () => {
    const body = bodyOf(figure({ file: one, alt: "Cổng" }), figure({ file: other, alt: "Hội trường" }));
    const page = draw(body, shown(file(one, 800, 600), file(other, 800, 600)));
    expect(page).toMatch(/<img src="\/cd\/720.jpeg" [^>]*width="800" height="600" alt="Hội trường" loading="lazy"/);
  });

  it("a picture in each format, the lightest first, in sizes for the column and for a whole phone, with its room", () => {
    const page = draw(bodyOf(figure({ file: one, alt: "Cổng" })), shown(file(one, 800, 600)));
    expect([...page.matchAll(/<source type="([^"]*)"/g)].map(([, type]) => type)).toEqual(["image/avif", "image/webp"]);
    expect(page).toContain(
      'srcSet="/ab/200.avif 200w, /ab/360.avif 360w, /ab/540.avif 540w, /ab/720.avif 720w, /ab/800.avif 800w"',
    );
    expect(page).toContain('sizes="(min-width: 44em) 42rem, calc(100vw - 2.25rem)"');
    expect(page).toMatch(/<a class="enlarge" href="\/ab\/800.jpeg">.*width="800" height="600"/);
    expect(page).not.toContain("style=");
  });

  it("the first picture at once, and the others when somebody comes to them", () => {
    const body = bodyOf(
      figure({ file: "ef".repeat(32) }),
      figure({ file: one }),
      figure({ file: other }),
      figure({ file: one }),
    );
    const page = draw(body, shown(file(one, 800, 600), file(other, 800, 600)));
    const [first = "", ...others] = page.match(/<img [^>]*>/g) ?? [];
    expect(first).toMatch(/fetchPriority="high"/);
    expect(first).not.toContain("loading=");
    expect(others).toHaveLength(2);
    for (const one of others) expect(one).toMatch(/loading="lazy"/);
  });

  it("an upright picture no taller than a window, and a small one as small as it came, without a way to a larger one", () => {
    const page = draw(
      bodyOf(figure({ file: one }), figure({ file: other })),
      shown(file(one, 3000, 4000), file(other, 320, 200)),
    );
    expect(page).toContain('sizes="(min-width: 540px) 540px, calc(100vw - 2.25rem)" width="540" height="720"');
    expect(page).toContain('sizes="(min-width: 320px) 320px, calc(100vw - 2.25rem)" width="320" height="200"');
    expect(page.match(/<a class="enlarge"/g)).toHaveLength(1);
  });

  it("a picture that needs no words without any, and its link by what it does", () => {
    const page = draw(bodyOf(figure({ file: one, decorative: true, alt: "Hoa văn" })), shown(file(one, 800, 600)));
    expect(page).toContain('alt=""');
    expect(page).toContain('aria-label="Xem ảnh cỡ lớn"');
    expect(page).not.toContain("Hoa văn");
  });

  it("nothing of a picture that is not there, of which staff are told why", () => {
    const body = bodyOf(figure({ file: one, alt: "Cổng" }));
    expect(draw(body, new Map())).toBe("");
    const missing = new Map([[one, { why: "Ảnh “cong.jpg” đang được xử lý." }]]);
    expect(draw(body, missing)).toBe("");
    const forStaff = { ...words, awaited: "Chưa có ảnh." };
    expect(renderToStaticMarkup(<ArticleBody body={body} words={forStaff} pictures={missing} />)).toContain(
      '<p class="awaited-note">Ảnh “cong.jpg” đang được xử lý.</p>',
    );
    const bare = bodyOf({ type: "figure", attrs: { file: one } });
    expect(renderToStaticMarkup(<ArticleBody body={bare} words={forStaff} pictures={missing} />)).toContain("cong.jpg");
  });

  describe("of a gallery", () => {
    const three = ["ab", "cd", "ef"].map((pair) => pair.repeat(32));
    const gallery = (...figures: unknown[]) => ({ type: "gallery", attrs: { caption: "Ngày hội" }, content: figures });
    const captioned = (hash: string, at: number) => ({
      type: "figure",
      attrs: { file: hash, alt: `Cổng ${at}`, credit: "An" },
      content: [text(`Lời ${at}`)],
    });
    const all = shown(...three.map((hash, at) => file(hash, at === 1 ? 600 : 1200, 800)));
    const galleryWords = { name: "Chùm ảnh", previous: "Ảnh trước", next: "Ảnh sau", back: "Về chùm ảnh" };
    const page = (awaited: string | null, pictures: Pictures, ...content: unknown[]) =>
      renderToStaticMarkup(
        <ArticleBody
          body={bodyOf(...content)}
          pictures={pictures}
          words={{ ...words, awaited, gallery: galleryWords }}
        />,
      );

    it("small pictures in their order, each a link to the large one in the page, with all its words and the ways on", () => {
      const html = page(null, all, gallery(...three.map(captioned)));
      expect(html).toContain('<div class="gallery" id="chum-anh-1" role="group" aria-label="Ngày hội">');
      const [thumbs = "", larges = ""] = html.split("</ul>");
      expect([...thumbs.matchAll(/<a href="(#[^"]*)"><picture>.*?alt="([^"]*)"/g)].map(([, ...at]) => at)).toEqual([
        ["#chum-anh-1-1", "Cổng 0"],
        ["#chum-anh-1-2", "Cổng 1"],
        ["#chum-anh-1-3", "Cổng 2"],
      ]);
      expect(thumbs).not.toMatch(/1080|1200\.avif/);
      expect(
        [...larges.matchAll(/id="(chum-anh-1-\d)"><figure>.*?<figcaption>(.*?)<\/figcaption>/g)].map(([, ...at]) => at),
      ).toEqual([0, 1, 2].map((at) => [`chum-anh-1-${at + 1}`, `Lời ${at}<span class="credit"> Ảnh: An</span>`]));
      expect(larges).toContain(
        '<a href="#chum-anh-1-1">Ảnh trước</a><span>2 / 3</span><a href="#chum-anh-1-3">Ảnh sau</a><a href="#chum-anh-1">Về chùm ảnh</a>',
      );
      expect(html).not.toMatch(/style=|fetchPriority="high".*fetchPriority="high"/);
    });

    it("each its room before it is there, and the sizes that its square needs", () => {
      const [thumbs = ""] = page(null, all, gallery(...three.map(captioned))).split("</ul>");
      expect([...thumbs.matchAll(/width="(\d+)" height="(\d+)"/g)].map(([, ...size]) => size)).toEqual([
        ["240", "160"],
        ["240", "320"],
        ["240", "160"],
      ]);
      expect(thumbs).toContain(
        'sizes="(max-width: 44em) and (min-resolution: 2.01dppx) 20vw, (max-width: 44em) 33vw, 13.7rem"',
      );
    });

    it("two in pairs, and the one that is there where only one is; nothing where none is", () => {
      expect(page(null, all, gallery(...three.slice(0, 2).map(captioned)))).toContain('<ul class="thumbs in-pairs">');
      const onlyOne = page(null, shown(file(three[0] ?? "", 1200, 800)), gallery(...three.map(captioned)));
      expect(onlyOne.match(/<li>/g)).toHaveLength(1);
      expect(onlyOne).not.toContain("Lời 1");
      expect(page(null, new Map(), gallery(...three.map(captioned)))).toBe("");
    });

    it("to staff all large ones at once, and those that are not there by their words", () => {
      const html = page("Chưa có ảnh.", shown(file(three[0] ?? "", 1200, 800)), gallery(...three.map(captioned)));
      expect(html).toContain('<div class="larges all-shown">');
      expect(html.match(/<p class="awaited-note">Chưa có ảnh\.<\/p>/g)).toHaveLength(2);
      expect(html).toContain("Lời 2");
    });

    it("at addresses of its own where there are two", () => {
      const html = page(null, all, gallery(...three.map(captioned)), gallery(...three.map(captioned)));
      const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
      expect(ids).toHaveLength(8);
      expect(new Set(ids).size).toBe(8);
    });
  });

  it("nothing for an empty paragraph", () => expect(html(paragraph(), paragraph(text("Một")))).toBe("<p>Một</p>"));

  it("markup that somebody typed as the text it is", () => {
    expect(html(paragraph(text("<script>alert(1)</script>")))).toBe("<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>");
  });
});

describe("what should never be stored", () => {
  const stored = (block: unknown) => ({ type: "doc", content: [block] }) as BodyDoc;

  it("does not become a link even then", () => {
    const body = stored({
      type: "paragraph",
      attrs: { id: "a", align: null },
      content: [text("x", { type: "link", attrs: { href: "javascript:x" } })],
    });
    expect(draw(body)).toBe("<p>x</p>");
  });

  it("throws while we work and shows nothing in production", () => {
    const body = stored({ type: "iframe", attrs: { id: "a" } });
    expect(() => draw(body)).toThrow("no page shows");
    vi.stubEnv("NODE_ENV", "production");
    expect(draw(body)).toBe("");
    vi.unstubAllEnvs();
  });
});

describe("a document that is handed out", () => {
  const [one, other] = ["ab".repeat(32), "cd".repeat(32)];
  const file = (sha256: string, change: Partial<PictureFile> = {}) =>
    ({
      ...{ sha256, state: "ready", name: "Quyết định 12.PDF", mediaType: "application/pdf", size: 1_258_291 },
      ...{ pages: 12, ...change },
    }) as PictureFile;
  const shown = (...files: PictureFile[]) => shownOf(files, picturePath, documentPath);
  const attachment = (attrs: Record<string, unknown>) => ({ type: "attachment", attrs });
  const bodyOf = (...content: unknown[]) => validateBody({ type: "doc", content });

  it("says what it is called, what it is, how heavy, how long and what it says", () => {
    const page = draw(
      bodyOf(attachment({ file: one, title: "Quyết định", summary: "Giao việc cho phường." })),
      shown(file(one)),
    );
    expect(page.replace(/<svg.*?<\/svg>/, "")).toBe(
      `<ul class="attachments"><li><div><p class="attachment-title"><a href="/_tep/${one}/quyet-dinh-12.pdf">Quyết định</a></p>` +
        '<p class="attachment-about">PDF · 1,2 MB · 12 trang</p><p class="attachment-summary">Giao việc cho phường.</p></div></li></ul>',
    );
  });
  it("that browsers show is led to in its own page, and can be saved at once", () => {
    const files = [file(one, { id: 7 }), file(other, { id: 8, name: "Mẫu.doc", mediaType: "application/msword" })];
    const body = bodyOf(attachment({ file: one, title: "Quyết định" }), attachment({ file: other, title: "Mẫu" }));
    const page = draw(body, shownOf(files, picturePath, documentPath, filePagePath));
    expect([...page.matchAll(/<a [^>]*href="([^"]*)"[^>]*>([^<]*)/g)].map(([, to, words]) => [to, words])).toEqual([
      ["/tep/7/quyet-dinh-12", "Quyết định"],
      [`/_tep/${one}/quyet-dinh-12.pdf`, "Tải về"],
      [`/_tep/${other}/mau.doc`, "Mẫu"],
    ]);
    expect(page).toContain('aria-label="Tải về: Quyết định"');
  });
  it("stands in one list with its neighbours, and with no other one", () => {
    const [a, b] = [attachment({ file: one, title: "Một" }), attachment({ file: other, title: "Hai" })];
    const page = draw(
      bodyOf(a, b, paragraph(text("Giữa")), a),
      shown(file(one), file(other, { pages: null, size: 900 })),
    );
    expect(page.match(/<ul|<li|<p>/g)).toEqual(["<ul", "<li", "<li", "<p>", "<ul", "<li"]);
    expect(page).toContain("PDF · 1 KB<");
  });
  it("is no readers' while it is not there, and no picture", () => {
    const body = bodyOf(attachment({ file: one, title: "Một" }), attachment({ title: "Hai" }));
    expect(draw(body)).toBe("");
    expect(draw(body, shown(file(one, { state: "waiting" })))).toBe("");
    expect(draw(bodyOf({ type: "figure", attrs: { file: one, alt: "Cổng" } }), shown(file(one)))).toBe("");
    expect(
      draw(body, shown({ ...file(one), mediaType: "image/jpeg", width: 9, height: 9, renditions: renditionsOf(9, 9) })),
    ).toBe("");
  });
  it("is staff's meanwhile, who are told why", () => {
    const why = { why: "Tệp “a.pdf” không dùng được." };
    const said = { ...words, awaited: "Chưa có ảnh.", awaitedFile: "Chưa có tệp." };
    const body = bodyOf(attachment({ file: one, title: "Một" }), attachment({ title: "Hai" }));
    const page = renderToStaticMarkup(<ArticleBody body={body} words={said} pictures={new Map([[one, why]])} />);
    expect(page.match(/<p class="(?:awaited-note|attachment-title)">.*?<\/p>/g)).toEqual([
      '<p class="awaited-note">Tệp “a.pdf” không dùng được.</p>',
      '<p class="attachment-title">Một</p>',
      '<p class="awaited-note">Chưa có tệp.</p>',
      '<p class="attachment-title">Hai</p>',
    ]);
  });
});
