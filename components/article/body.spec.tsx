import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it, vi } from "vitest";
import type { BodyDoc } from "#features/text/body.ts";
import { validateBody } from "#features/text/document.ts";
import { ArticleBody } from "./body.tsx";

const words = { credit: "Ảnh", table: "Bảng", awaited: null };
const draw = (body: BodyDoc, pictures?: ReadonlyMap<string, { src: string; width: number; height: number }>) =>
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

  it("a picture with its description", () => {
    const body = validateBody({
      type: "doc",
      content: [{ type: "figure", attrs: { file: "ab".repeat(32), alt: "Hội trường" }, content: [text("Hội nghị")] }],
    });
    const page = draw(body, new Map([["ab".repeat(32), { src: "/anh/7.jpg", width: 800, height: 600 }]]));
    expect(page).toContain('<img src="/anh/7.jpg" width="800" height="600" alt="Hội trường" loading="lazy"/>');
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
