import { globSync, readFileSync } from "node:fs";
import { renderToStaticMarkup } from "react-dom/server";
import { type ESTree, parseSync } from "vite";
import { expect, test } from "vitest";
import { Actions } from "./actions.tsx";

const sources = globSync("{app,components}/**/*.{ts,tsx}")
  .filter((file) => !file.includes(".spec."))
  .map((file) => ({ file, text: readFileSync(file, "utf8") }));

const filesWith = (what: RegExp) => sources.filter(({ text }) => what.test(text)).map(({ file }) => file);

test("whatever order they are written in, buttons are met as: what it is for, other ways on, what takes away, the way out", () => {
  const drawn = renderToStaticMarkup(
    <Actions out={<b>Thôi</b>} danger={<b>Xóa</b>} others={<b>Sao chép</b>} main={<b>Lưu</b>} />,
  );
  expect([...drawn.matchAll(/<b>(.*?)<\/b>/g)].map(([, word]) => word)).toEqual(["Lưu", "Sao chép", "Xóa", "Thôi"]);
});

test("nothing else draws buttons from the right, or two of them side by side", () => {
  expect(filesWith(/row-reverse|justify-end/)).toEqual(["components/ui/actions.tsx"]);
  const beside = /<\/(?:Submit)?Button>\s*(?:\)\s*:\s*null\}\s*)?(?:\{[^{}<>]*\(\s*)?<(?:Submit|Ask|Reset)?Button\b/;
  expect(filesWith(beside)).toEqual([]);
  const rows = sources.filter(({ file, text }) => rowsIn(file, text).length > 0).map(({ file }) => file);
  expect(rows.toSorted()).toEqual([...OWN_ROWS.keys()].toSorted());
});

test("a button of the browser's own stands where it is no button of a form, a dialog or a page", () => {
  expect(filesWith(/<button\b/).toSorted()).toEqual([...OWN_BUTTONS.keys()].toSorted());
});

/** Rows that are no `Actions`. */
const OWN_ROWS = new Map([
  ["components/article/gallery-viewer.tsx", "around a picture that fills a reader's window"],
  ["components/article/useful-question.tsx", "two answers that are worth the same"],
  ["components/desk/fronts/look-at.tsx", "beside the hour that is looked at"],
  ["components/desk/moves/hour-field.tsx", "hours to choose from, of one field"],
  ["components/desk/numbered-pages.tsx", "steps through a list: back at the left, on at the right"],
  ["components/desk/older-pages.tsx", "steps through a list: back at the left, on at the right"],
  ["components/editor/banner/banner-hours.tsx", "hours to choose from, of one field"],
  ["components/editor/body/attachment-view.tsx", "in the text, of one document"],
  ["components/editor/files/alike-offer.tsx", "beside a picture, in the text"],
  ["components/editor/front/band-row.tsx", "beside what they move"],
  ["components/editor/front/bands-field.tsx", "below the list that they add to"],
  ["components/editor/media/beside.tsx", "in the text, of one file that belongs to a video"],
  ["components/editor/media/media-view.tsx", "in the text, of one video or sound"],
  ["components/editor/files/on-its-way.tsx", "beside how far a file is on its way"],
  ["components/editor/body/figure-parts.tsx", "in the text, of one figure"],
  ["components/editor/body/gallery-picture.tsx", "in the text, of one picture of a gallery"],
  ["components/editor/body/gallery-view.tsx", "in the text, of one gallery"],
  ["components/editor/files/gallery-offer.tsx", "in the line above the text in which it is offered"],
  ["components/editor/cut/cut-dialog.tsx", "two turns that are worth the same"],
  ["components/editor/fields/chosen-articles.tsx", "beside one chosen article, in its field"],
  ["components/editor/fields/lead-field.tsx", "ways to bring one picture, or to take it away"],
  ["components/editor/menu/menu-field.tsx", "two lines: undoing what was done, and a way to begin"],
  ["components/editor/menu/menu-row.tsx", "a toolbar of the entry that it moves"],
  ["components/editor/week/entries-field.tsx", "buttons of a field"],
  ["components/people/person-search.tsx", "of one field, at its right"],
  ["components/site/looks.tsx", "how large a reader reads, and how dark"],
  ["components/site/page-tools.tsx", "what readers do with a page"],
]);

/** Those that look otherwise than `Button`. */
const OWN_BUTTONS = new Map([
  ["app/global-error.tsx", "has no style sheet"],
  ["components/article/gallery-viewer.tsx", "a reader's page, whose style is its own"],
  ["components/article/useful-question.tsx", "a reader's page, whose style is its own"],
  ["components/site/ask-view.tsx", "a reader's page, whose style is its own"],
  ["components/site/look-up-view.tsx", "a reader's page, whose style is its own"],
  ["components/site/looks.tsx", "a reader's page, whose style is its own"],
  ["components/site/page-tools.tsx", "a reader's page, whose style is its own"],
  ["components/site/search-frame.tsx", "a reader's page, whose style is its own"],
  ["components/site/site-header.tsx", "a reader's page, whose style is its own"],
  ["components/ui/button.tsx", "the kit's own"],
  ["components/desk/gap-list.tsx", "a sentence of a list, which leads to its place"],
  ["components/desk/nav-group.tsx", "the word of a group in the menu"],
  ["components/desk/person-menu.tsx", "entries of a menu"],
  ["components/desk/review/preview-frame.tsx", "a switch of two widths"],
  ["components/editor/fields/chosen-tags.tsx", "in an entry of a list, beside its name"],
  ["components/editor/cut/focus-fields.tsx", "a picture in which one points"],
  ["components/editor/small-button.tsx", "the editor's small shape"],
]);

test.each([
  ["<div><Button /><Button /></div>", 1],
  ["<div><SmallButton>a</SmallButton> {x ? <a className={buttonClass()} /> : null}</div>", 1],
  ["<div><div><Button /></div><form><SubmitButton /></form></div>", 1],
  ["<>{all.map((one) => (<button type='button' key={one} />))}</>", 1],
  ["<div>{x ? <Button /> : <AskButton />}</div>", 0],
  ["<Actions main={<Button />} out={<Button />} />", 0],
  ["<div><Button /><p>Chữ</p><ul><li><Button /></li></ul></div>", 0],
  ["<div><Field /><Button /></div>", 0],
])("in %s rows of buttons are found: %i", (source, count) => {
  expect(rowsIn("one.tsx", `const one = ${source};`)).toHaveLength(count);
});

type Node = ESTree.Node | ESTree.JSXChild;

/** Elements with two buttons beside each other in them that no `Actions` puts in order. */
function rowsIn(file: string, source: string): Node[] {
  const rows: Node[] = [];
  const look = (part: unknown): void => {
    if (Array.isArray(part)) for (const one of part) look(one);
    if (typeof part !== "object" || part === null || !("type" in part)) return;
    const node = part as Node;
    if (node.type === "JSXElement" || node.type === "JSXFragment") {
      if (buttonsIn(node.children) > 1) rows.push(node);
    }
    for (const value of Object.values(node)) look(value);
  };
  look(parseSync(file, source).program);
  return rows;
}

const buttonsIn = (children: readonly Node[]): number => children.reduce((sum, child) => sum + buttonsOf(child), 0);

/** How many buttons stand where an element, or what is drawn by an expression, stands; two for a list of them. */
function buttonsOf(node: Node | null): number {
  switch (node?.type) {
    case "JSXElement": {
      const { name } = node.openingElement;
      const called = name.type === "JSXIdentifier" ? name.name : "";
      if (/(?:^b|B)utton$|^PageLink$/.test(called) || isButtonLink(node)) return 1;
      // A box around one button, and nothing else, is that button.
      const inside = node.children.filter((child) => child.type !== "JSXText" || child.value.trim() !== "");
      return /^(?:div|span|p|li|form|Form)$/.test(called) && inside.length === 1 ? Math.min(1, buttonsIn(inside)) : 0;
    }
    case "JSXFragment":
      return buttonsIn(node.children);
    case "JSXExpressionContainer":
      return buttonsOf(node.expression as Node);
    case "ParenthesizedExpression":
      return buttonsOf(node.expression);
    case "ConditionalExpression":
      return Math.max(buttonsOf(node.consequent), buttonsOf(node.alternate));
    case "LogicalExpression":
      return buttonsOf(node.right);
    case "CallExpression":
      return 2 * Math.max(0, ...node.arguments.map((given) => buttonsOf(given as Node)));
    case "ArrowFunctionExpression":
      return buttonsOf(node.body as Node);
    default:
      return 0;
  }
}

/** A link that is drawn as a button. */
const isButtonLink = ({ openingElement }: ESTree.JSXElement): boolean =>
  openingElement.attributes.some(
    (attribute) =>
      attribute.type === "JSXAttribute" &&
      attribute.value?.type === "JSXExpressionContainer" &&
      attribute.value.expression.type === "CallExpression" &&
      attribute.value.expression.callee.type === "Identifier" &&
      attribute.value.expression.callee.name === "buttonClass",
  );
