import type { Page } from "@playwright/test";
import type { Editor } from "@tiptap/core";
import type { BodyDoc } from "#features/text/body.ts";
import { validateBody } from "#features/text/document.ts";
import { expect, test } from "./alone.ts";

/** Every tag that the schema knows, and those that other programs put around them. */
const TAGS = (
  "p h1 h2 blockquote ul ol li table caption tr th td figure figcaption a strong em u sub sup br img " +
  "div span pre dl dd hr"
).split(" ");
/** Those that make blocks, which can tear each other. */
const BLOCKS = "p h2 blockquote ul li table caption tr td figure div".split(" ");

/** A link is one by its address alone. */
const around = (tag: string, inner: string): string =>
  `<${tag}${tag === "a" ? ' href="https://phuong.example/"' : ""}>${inner}</${tag}>`;

test("each block and each mark of the schema is among the tags", async ({ alone: { page } }) => {
  const known = await page.locator(".body-text").evaluate((body) => {
    const { nodes, marks } = (body as unknown as { editor: Editor }).editor.schema;
    return Object.entries({ ...nodes, ...marks }).map(([name, { spec }]) => ({
      name,
      tags: (spec.parseDOM ?? []).map(({ tag = "" }) => tag.replace(/\W.*/, "")).filter((tag) => tag !== ""),
    }));
  });
  const written = known.filter(({ tags }) => tags.length > 0);
  expect(written.length).toBeGreaterThan(15);
  expect(written.filter(({ tags }) => !tags.some((tag) => TAGS.includes(tag)))).toEqual([]);
});

for (const [depth, pages] of Object.entries({
  two: TAGS.flatMap((outer) =>
    TAGS.flatMap((inner) => [
      around(outer, around(inner, "một")),
      around(outer, `một${around(inner, "hai")}ba`),
      `<p>một</p>${around(outer, around(inner, "hai") + around(inner, "ba"))}bốn`,
    ]),
  ),
  three: BLOCKS.flatMap((outer) =>
    BLOCKS.flatMap((middle) =>
      BLOCKS.map((inner) => around(outer, `${around(middle, `${around(inner, "một")}hai`)}<p>ba</p>`)),
    ),
  ),
}))
  test(`tags nested in each other, ${depth} deep, come in with their words in order, and leave nothing empty behind`, async ({
    alone: { page },
  }) => {
    test.slow();
    const wrong: string[] = [];
    for (const { html, words, doc } of await pastedEach(page, pages)) {
      const came = wordsIn(validateBody(doc));
      if (came !== words) wrong.push(`${html}: its words are ${came}`);
      else if (words !== "" && emptyIn(doc)) wrong.push(`${html}: something is empty`);
    }
    expect(wrong).toEqual([]);
  });

type Came = { html: string; words: string; doc: BodyDoc };

/** Pastes each page into an empty body. `words` are those that a browser shows of it. */
function pastedEach(page: Page, pages: string[]): Promise<Came[]> {
  return page.locator(".body-text").evaluate((body, all) => {
    const { editor } = body as unknown as { editor: Editor };
    return all.map((html) => {
      editor.commands.setContent("", { emitUpdate: false });
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/html", html);
      clipboardData.setData("text/plain", "(dán chữ thay)");
      body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
      const { textContent } = new DOMParser().parseFromString(html, "text/html").body;
      return {
        html,
        words: (textContent ?? "").replace(/\s/g, ""),
        doc: editor.state.doc.toJSON() as BodyDoc,
      };
    });
  }, pages);
}

type Part = { type: string; text?: string; attrs?: { caption?: string }; content?: Part[] };

function wordsIn(part: BodyDoc | Part): string {
  const { text = "", attrs, content = [] } = part as Part;
  return [text, attrs?.caption ?? "", ...content.map(wordsIn)].join("").replace(/\s/g, "");
}

/** A cell may be empty: its table says that it is there. */
function emptyIn(part: BodyDoc | Part): boolean {
  const { type, content = [] } = part as Part;
  if (/^table/.test(type)) return false;
  return type === "paragraph" || type === "heading" ? content.length === 0 : content.some(emptyIn);
}
