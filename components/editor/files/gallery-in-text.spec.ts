// @vitest-environment jsdom
import { expect, onTestFinished, test } from "vitest";
import { validateBody } from "#features/text/document.ts";
import { editorWith, pasted } from "../schema/fixtures/pasted.ts";
import { figurePlace, putFiles, putKept } from "../schema/put-figures.ts";
import {
  gatherRow,
  inGallery,
  liftFromGallery,
  moveInGallery,
  removeGallery,
  rowAround,
  rowOf,
  splitGallery,
} from "./gallery-in-text.ts";
import { fillWords, removeFigure, setCredits, setFile, setWord, withFile } from "./in-text.ts";

const HASH = "ab".repeat(32);
const figure = (id: string, words = id) => ({
  ...{ type: "figure", attrs: { id: `figure-${id}` } },
  content: words === "" ? [] : [{ type: "text", text: words }],
});
const paragraph = (words: string) => ({ type: "paragraph", content: [{ type: "text", text: words }] });
const gallery = (caption: string, ...ids: string[]) => ({
  ...{ type: "gallery", attrs: { id: "gallery-1", caption } },
  content: ids.map((id) => figure(id)),
});

function aText(...content: object[]) {
  const editor = editorWith({ type: "doc", content });
  onTestFinished(() => editor.destroy());
  /** The text as `P(words)`, `F(caption)` and `G:name[F F]`. */
  const now = () => {
    const said = (node: {
      type?: string;
      attrs?: Record<string, unknown>;
      content?: object[];
      text?: string;
    }): string => {
      const inner = (node.content ?? []).map((child) => said(child as never));
      if (node.type === "text") return node.text ?? "";
      if (node.type === "gallery") return `G:${node.attrs?.caption}[${inner.join(" ")}]`;
      return node.type === "doc"
        ? inner.join(" ")
        : `${(node.type ?? "").slice(0, 1).toUpperCase()}(${inner.join("")})`;
    };
    const json = editor.getJSON();
    // Whatever an editor holds, the server takes.
    validateBody(json);
    return said(json as never);
  };
  return { editor, view: editor.view, now };
}
const key = (editor: ReturnType<typeof aText>["editor"], name: string, init: KeyboardEventInit = {}) =>
  editor.view.dom.dispatchEvent(new KeyboardEvent("keydown", { key: name, bubbles: true, cancelable: true, ...init }));
const captionAt = ({ editor }: ReturnType<typeof aText>, id: string) =>
  editor.commands.setTextSelection((inGallery(editor.state.doc, `figure-${id}`)?.figure.at ?? 0) + 2);

test("a picture is moved within its gallery as one step of undoing, however far, and never out of it", () => {
  const text = aText(gallery("Hội", "a", "b", "c", "d"));
  const { editor, view, now } = text;
  expect(moveInGallery(view, "figure-a", 2)).toEqual({ at: 2, of: 4 });
  expect(now()).toBe("G:Hội[F(b) F(c) F(a) F(d)]");
  expect(moveInGallery(view, "figure-d", 0)).toEqual({ at: 0, of: 4 });
  expect(now()).toBe("G:Hội[F(d) F(b) F(c) F(a)]");
  expect([
    moveInGallery(view, "figure-d", -1),
    moveInGallery(view, "figure-a", 4),
    moveInGallery(view, "none", 0),
  ]).toEqual([null, null, null]);
  editor.commands.undo();
  editor.commands.undo();
  expect(now()).toBe("G:Hội[F(a) F(b) F(c) F(d)]");
  editor.commands.redo();
  expect(now()).toBe("G:Hội[F(b) F(c) F(a) F(d)]");
});

test("in a caption Alt and the arrows move its picture, and what is typed goes on there", () => {
  const text = aText(gallery("", "a", "b", "c"));
  const heard: unknown[] = [];
  text.editor.on("pictureMoved", ({ spot }) => heard.push(spot));
  captionAt(text, "a");
  key(text.editor, "ArrowDown", { altKey: true });
  text.editor.commands.insertContent("!");
  expect(text.now()).toBe("G:[F(b) F(a!) F(c)]");
  key(text.editor, "ArrowUp", { altKey: true });
  key(text.editor, "ArrowUp", { altKey: true });
  expect(text.now()).toBe("G:[F(a!) F(b) F(c)]");
  expect(heard).toEqual([
    { at: 1, of: 3 },
    { at: 0, of: 3 },
    { at: 0, of: 3 },
  ]);
});

test("Enter leads from caption to caption and at the end out of the gallery; an empty place is taken out by Backspace", () => {
  const text = aText({ ...gallery("", "a", "b"), content: [figure("a"), figure("b"), figure("c", "")] });
  captionAt(text, "a");
  key(text.editor, "Enter");
  text.editor.commands.insertContent("hai ");
  expect(text.now()).toBe("G:[F(a) F(hai b) F()]");
  key(text.editor, "Enter");
  key(text.editor, "Backspace");
  expect(text.now()).toBe("G:[F(a) F(hai b)]");
  captionAt(text, "b");
  key(text.editor, "Enter");
  text.editor.commands.insertContent("sau");
  expect(text.now()).toBe("G:[F(a) F(hai b)] P(sau)");
});

test("a picture is taken out, and the gallery with its last one; undoing brings both back with every word", () => {
  const { editor, view, now } = aText(gallery("Hội", "a", "b"), paragraph("Sau"));
  removeFigure(view, "figure-a");
  removeFigure(view, "figure-b");
  expect(now()).toBe("P(Sau)");
  editor.commands.undo();
  expect(now()).toBe("G:Hội[F(b)] P(Sau)");
  editor.commands.undo();
  expect(now()).toBe("G:Hội[F(a) F(b)] P(Sau)");
});

test("an upload that is cancelled takes its place along, but for a gallery's last one when the gallery has a name", () => {
  const named = aText({ ...gallery("Hội"), content: [figure("a", "")] });
  removeFigure(named.view, "figure-a", { ifBlank: true });
  expect(named.now()).toBe("G:Hội[F()]");
  const nameless = aText({ ...gallery(""), content: [figure("a", "")] });
  removeFigure(nameless.view, "figure-a", { ifBlank: true });
  expect(nameless.now()).toBe("P()");
});

test("pictures that follow each other become a gallery, and are single ones again, as one step each and with all words", () => {
  const { editor, view, now } = aText(paragraph("Trước"), figure("a"), figure("b"), paragraph("Giữa"), figure("c"));
  const row = rowOf(editor.state.doc, ["figure-a", "figure-b", "figure-c"]);
  expect(row?.map(({ node }) => node.attrs.id)).toEqual(["figure-a", "figure-b"]);
  gatherRow(view, row ?? []);
  expect(now()).toBe("P(Trước) G:[F(a) F(b)] P(Giữa) F(c)");
  const id = editor.state.doc.child(1).attrs.id;
  setWord(view, id, "caption", "Ngày hội");
  splitGallery(view, id);
  expect(now()).toBe("P(Trước) P(Ngày hội) F(a) F(b) P(Giữa) F(c)");
  editor.commands.undo();
  expect(now()).toBe("P(Trước) G:Ngày hội[F(a) F(b)] P(Giữa) F(c)");
  editor.commands.undo();
  editor.commands.undo();
  expect(now()).toBe("P(Trước) F(a) F(b) P(Giữa) F(c)");
  expect(rowAround(editor.state.doc.resolve(9))?.length).toBe(2);
  expect(rowAround(editor.state.doc.resolve(1))).toBeNull();
  expect(rowOf(editor.state.doc, ["figure-a", "figure-c"])).toBeNull();
});

test("one picture is lifted out behind its gallery, and the last one leaves none behind", () => {
  const { editor, view, now } = aText(gallery("Hội", "a", "b"), paragraph("Sau"));
  liftFromGallery(view, "figure-a");
  expect(now()).toBe("G:Hội[F(b)] F(a) P(Sau)");
  liftFromGallery(view, "figure-b");
  expect(now()).toBe("P(Hội) F(b) F(a) P(Sau)");
  editor.commands.undo();
  editor.commands.undo();
  removeGallery(view, "gallery-1");
  expect(now()).toBe("P(Sau)");
  editor.commands.undo();
  expect(now()).toBe("G:Hội[F(a) F(b)] P(Sau)");
});

test("pictures that are brought where the cursor is in a gallery come into it; documents stand behind it", () => {
  const text = aText(gallery("", "a", "b"));
  captionAt(text, "a");
  const { view, editor } = text;
  const files = [new File(["x"], "1.jpg"), new File(["x"], "Đơn.pdf"), new File(["x"], "2.jpg")];
  const [one, pdf, two] = putFiles(view, figurePlace(editor.state.selection.$to), files);
  expect(text.now()).toBe("G:[F(a) F() F() F(b)] A()");
  expect([inGallery(editor.state.doc, one?.id ?? "")?.at, inGallery(editor.state.doc, two?.id ?? "")?.at]).toEqual([
    1, 2,
  ]);
  expect(editor.state.doc.child(1).attrs.id).toBe(pdf?.id);
  editor.commands.undo();
  expect(text.now()).toBe("G:[F(a) F(b)]");
});

test("pictures may come as a gallery from the start, from this machine or the library", () => {
  const { editor, view, now } = aText({ type: "paragraph" });
  const files = ["1.jpg", "2.jpg"].map((name) => new File(["x"], name));
  putFiles(view, figurePlace(editor.state.selection.$to), files, { gathered: true });
  editor.commands.insertContent("Lời");
  expect(now()).toBe("G:[F(Lời) F()]");
  const kept = [1, 2].map((at) => ({
    ...{ sha256: `${at}`.repeat(64), caption: `Kho ${at}`, credit: "", alt: "", rights: { ai: "none" as const } },
  }));
  putKept(view, { from: editor.state.doc.content.size, to: editor.state.doc.content.size }, kept, { gathered: true });
  expect(now()).toBe("G:[F(Lời) F()] G:[F(Kho 1) F(Kho 2)]");
});

test("an upload finds its picture in a gallery, in the editor and in a text that no editor shows", () => {
  const { editor, view } = aText(gallery("", "a", "b"));
  expect(setFile(view, "figure-b", HASH)).toBe(true);
  fillWords(view, "figure-b", {
    ...{ sha256: HASH, caption: "Không", credit: "Lan", alt: "Thuyền", rights: { ai: "none" } },
  });
  expect(inGallery(editor.state.doc, "figure-b")?.figure.node.attrs).toMatchObject({ file: HASH, credit: "Lan" });
  const body = validateBody(editor.getJSON());
  const filled = withFile(body, "figure-a", HASH);
  expect(filled?.content[0]).toMatchObject({ content: [{ attrs: { file: HASH } }, { attrs: { file: HASH } }] });
  expect(withFile(body, "figure-z", HASH)).toBeNull();
});

test("all pictures that say no source get one, as one step, and those that do keep theirs", () => {
  const { editor, view } = aText(figure("a"), gallery("", "b", "c"));
  setWord(view, "figure-b", "credit", "Minh Trà");
  setCredits(view, "Lê Lan");
  const credits = () =>
    editor
      .getJSON()
      .content?.flatMap(({ attrs, content }) =>
        [attrs?.credit, ...(content ?? []).map((one) => ("attrs" in one ? one.attrs?.credit : undefined))].filter(
          (credit) => credit !== undefined,
        ),
      );
  expect(credits()).toEqual(["Lê Lan", "Minh Trà", "Lê Lan"]);
  editor.commands.undo();
  expect(credits()).toEqual(["", "Minh Trà", ""]);
});

test("a gallery that is copied and pasted is one again, with its name and all words", () => {
  const { editor } = aText(gallery("Hội", "a", "b"));
  const { body } = pasted(editor.getHTML().replace("<div", '<div data-pm-slice="0 0 []"'));
  expect(body.content.find(({ type }) => type === "gallery")).toMatchObject({
    attrs: { caption: "Hội" },
    content: [{ content: [{ text: "a" }] }, { content: [{ text: "b" }] }],
  });
});
