// @vitest-environment jsdom
import { expect, onTestFinished, test } from "vitest";
import { NOTHING_SAID } from "#features/files/testing-rights.ts";
import { validateBody } from "#features/text/document.ts";
import { editorWith } from "../schema/fixtures/pasted.ts";
import { putFiles, putKept } from "../schema/put-figures.ts";
import { captionOf } from "./caption.ts";
import type { FileView } from "./file-view.ts";
import {
  besideId,
  chooseFile,
  figuresIn,
  filePlacesIn,
  fillWords,
  removeFigure,
  setBeside,
  setCaption,
  setCut,
  setFile,
  setWord,
  withFile,
} from "./in-text.ts";

const HASH = "ab".repeat(32);
const said: FileView = {
  ...{
    sha256: HASH,
    name: "a.jpg",
    state: "ready",
    failure: null,
    hidden: false,
    width: 1,
    height: 1,
    renditions: [],
    placeholder: "",
  },
  ...{ mediaType: "image/jpeg", size: 1, pages: null, hasText: false, durationMs: null, codecs: "" },
  ...{ caption: "Chợ nổi\nlúc sáng", credit: "Lê Lan", alt: "Thuyền chở dưa" },
  rights: NOTHING_SAID,
};

function aText(...caption: object[]) {
  const figure = { type: "figure", attrs: { id: "figure01" }, content: caption };
  const editor = editorWith({ type: "doc", content: [{ type: "paragraph" }, figure, { type: "paragraph" }] });
  onTestFinished(() => editor.destroy());
  const at = () => {
    const [found] = figuresIn(editor.state.doc);
    if (found === undefined) throw new Error("there is no figure");
    return { ...found.node.attrs, caption: captionOf(found.node) };
  };
  return { editor, view: editor.view, at };
}

test("an upload finds its figure, also when words were typed and undone meanwhile, and nobody can undo it", () => {
  const { editor, view, at } = aText();
  editor.commands.insertContentAt(1, "Mở đầu.");
  setWord(view, "figure01", "credit", "Lan");
  expect(setFile(view, "figure01", HASH)).toBe(true);
  editor.commands.undo();
  editor.commands.undo();
  expect(editor.state.doc.textContent).toBe("");
  expect(at()).toMatchObject({ file: HASH, credit: "" });
  expect(setFile(view, "figure02", HASH)).toBe(false);
});

test("a cut is one step of undoing, beside whatever is typed, and goes with the picture it was cut of", () => {
  const { editor, view, at } = aText();
  const cut = "90-0-0-5000-10000";
  setFile(view, "figure01", HASH);
  editor.commands.insertContentAt(1, "Mở đầu.");
  setCut(view, "figure01", cut);
  setWord(view, "figure01", "credit", "Lan");
  expect(at()).toMatchObject({ file: HASH, cut, credit: "Lan" });
  editor.commands.undo();
  expect(at()).toMatchObject({ cut, credit: "" });
  editor.commands.undo();
  expect(at()).toMatchObject({ file: HASH, cut: "" });
  expect(editor.state.doc.textContent).toBe("Mở đầu.");
  editor.commands.redo();
  expect(at()).toMatchObject({ cut });
  setFile(view, "figure01", "cd".repeat(32));
  expect(at()).toMatchObject({ file: "cd".repeat(32), cut: "" });
});

test("a figure that is taken out with its picture comes back with it", () => {
  const { editor, view, at } = aText();
  setFile(view, "figure01", HASH);
  removeFigure(view, "figure01");
  expect(figuresIn(editor.state.doc)).toEqual([]);
  editor.commands.undo();
  expect(at()).toMatchObject({ id: "figure01", file: HASH });
});

test("a file's words fill what says nothing yet, and one undoing takes them back", () => {
  const { editor, view, at } = aText();
  setFile(view, "figure01", HASH);
  editor.commands.insertContentAt(1, "Mở đầu.");
  fillWords(view, "figure01", said);
  expect(at()).toMatchObject({ caption: "Chợ nổi lúc sáng", credit: "Lê Lan", alt: "Thuyền chở dưa" });
  editor.commands.undo();
  expect(at()).toMatchObject({ caption: "", credit: "", alt: "", file: HASH });
  expect(editor.state.doc.textContent).toBe("Mở đầu.");
});

test("a file's words cover nobody's own, nor describe what is decoration, nor belong to another picture", () => {
  const own = aText({ type: "text", text: "Của tôi" });
  setFile(own.view, "figure01", HASH);
  setWord(own.view, "figure01", "decorative", true);
  fillWords(own.view, "figure01", said);
  expect(own.at()).toMatchObject({ caption: "Của tôi", credit: "Lê Lan", alt: "" });
  const other = aText();
  setFile(other.view, "figure01", "cd".repeat(32));
  fillWords(other.view, "figure01", said);
  expect(other.at()).toMatchObject({ caption: "", credit: "" });
});

test("a camera that says too much is cut short, so that the text can be saved", () => {
  const { editor, view, at } = aText();
  setFile(view, "figure01", HASH);
  fillWords(view, "figure01", { ...said, credit: "Ảnh ".repeat(100), alt: "x".repeat(2_000) });
  expect((at() as { credit?: string }).credit).toMatch(/^Ảnh .*…$/);
  expect(() => validateBody(editor.getJSON())).not.toThrow();
});

test("a caption that is written beside keeps its looks and its lines", () => {
  const bold = { type: "text", text: "Chợ nổi", marks: [{ type: "bold" }] };
  const { editor, view, at } = aText(bold, { type: "text", text: " lúc sáng" });
  setCaption(view, "figure01", "Chợ nổi lúc chiều\nvề");
  expect(at().caption).toBe("Chợ nổi lúc chiều\nvề");
  const [figure] = figuresIn(editor.state.doc);
  expect(figure?.node.toJSON().content).toEqual([
    bold,
    { type: "text", text: " lúc chiều" },
    { type: "hardBreak" },
    { type: "text", text: "về" },
  ]);
  setCaption(view, "figure01", "");
  expect(at().caption).toBe("");
});

test("a figure that says something stays when its upload is cancelled", () => {
  const blank = aText();
  removeFigure(blank.view, "figure01", { ifBlank: true });
  expect(figuresIn(blank.editor.state.doc)).toEqual([]);
  const captioned = aText({ type: "text", text: "Chợ" });
  removeFigure(captioned.view, "figure01", { ifBlank: true });
  expect(figuresIn(captioned.editor.state.doc)).toHaveLength(1);
});

test("several pictures are figures in their order, and one step of undoing", () => {
  const editor = editorWith("<p>Trước</p><p>Sau</p>");
  onTestFinished(() => editor.destroy());
  const files = ["1.jpg", "2.jpg"].map((name) => new File(["x"], name));
  const brought = putFiles(editor.view, { from: 7, to: 7 }, files);
  expect(brought.map(({ file }) => file.name)).toEqual(["1.jpg", "2.jpg"]);
  expect(editor.getJSON().content?.map(({ type }) => type)).toEqual(["paragraph", "figure", "figure", "paragraph"]);
  expect(figuresIn(editor.state.doc).map(({ node }) => node.attrs.id)).toEqual(brought.map(({ id }) => id));
  editor.commands.undo();
  expect(editor.getJSON().content?.map(({ type }) => type)).toEqual(["paragraph", "paragraph"]);
});

test("a text that no editor shows takes its picture, and one without the figure is left alone", () => {
  const body = validateBody({ type: "doc", content: [{ type: "figure", attrs: { id: "figure01" } }] });
  expect(withFile(body, "figure01", HASH)?.content[0]?.attrs).toMatchObject({ file: HASH });
  expect(body.content[0]?.attrs).toMatchObject({ file: null });
  expect(withFile(body, "figure02", HASH)).toBeNull();
});

test("documents have their places with a name, and what is typed then takes the place of none of them", () => {
  const editor = editorWith("<p>Trước</p>");
  onTestFinished(() => editor.destroy());
  const files = ["Quyết định 12.pdf", "Mẫu đơn.docx"].map((name) => new File(["x"], name));
  const [one, two] = putFiles(editor.view, { from: 7, to: 7 }, files);
  editor.commands.insertContent("Sau");
  const blocks = () => editor.getJSON().content?.map(({ type, attrs }) => attrs?.title ?? type);
  expect(blocks()).toEqual(["paragraph", "Quyết định 12", "Mẫu đơn", "paragraph"]);
  expect(editor.state.doc.textContent).toBe("TrướcSau");
  expect(filePlacesIn(editor.state.doc).map(({ node }) => node.attrs.id)).toEqual([one?.id, two?.id]);
  expect(figuresIn(editor.state.doc)).toEqual([]);

  const { view } = editor;
  expect(setFile(view, one?.id ?? "", HASH)).toBe(true);
  fillWords(view, one?.id ?? "", said);
  setWord(view, two?.id ?? "", "summary", "Điền tên chủ hộ.");
  const attrs = () => filePlacesIn(editor.state.doc).map(({ node }) => node.attrs);
  expect(attrs()).toMatchObject([
    { file: HASH, title: "Quyết định 12", summary: "" },
    { file: null, summary: "Điền tên chủ hộ." },
  ]);
  // What is cancelled goes, but for what somebody has written of it.
  for (const at of [one, two]) removeFigure(view, at?.id ?? "", { ifBlank: true });
  expect(attrs()).toHaveLength(2);
  setWord(view, two?.id ?? "", "summary", "");
  removeFigure(view, two?.id ?? "", { ifBlank: true });
  expect(attrs()).toHaveLength(1);
});

test("a text that no editor shows takes its document", () => {
  const body = validateBody({
    type: "doc",
    content: [{ type: "attachment", attrs: { id: "attach01", title: "Đơn" } }],
  });
  expect(withFile(body, "attach01", HASH)?.content[0]?.attrs).toMatchObject({ file: HASH, title: "Đơn" });
});

test("a file of the library comes into a figure with its words, where that says none, as one step of undoing", () => {
  const { editor, view, at } = aText({ type: "text", text: "Lời của tôi" });
  chooseFile(view, "figure01", said);
  expect(at()).toMatchObject({ file: HASH, credit: "Lê Lan", alt: "Thuyền chở dưa", caption: "Lời của tôi" });
  editor.commands.undo();
  expect(at()).toMatchObject({ file: null, credit: "", alt: "" });
});

test("another file of the library is shown whole, and one undoing brings back the one before as it was cut", () => {
  const { editor, view, at } = aText();
  const cut = "90-0-0-5000-10000";
  setFile(view, "figure01", "cd".repeat(32));
  setCut(view, "figure01", cut);
  chooseFile(view, "figure01", said);
  expect(at()).toMatchObject({ file: HASH, cut: "" });
  editor.commands.undo();
  expect(at()).toMatchObject({ file: "cd".repeat(32), cut });
});

test("files of the library come into a text as figures with their words, and one undoing takes them out", () => {
  const { editor, view } = aText();
  const ids = putKept(view, { from: 0, to: 2 }, [said, { ...said, caption: "", alt: "x".repeat(1_200) }]);
  const found = figuresIn(editor.state.doc).map(({ node }) => ({ ...node.attrs, caption: captionOf(node) }));
  expect(found).toMatchObject([
    { id: ids[0], file: HASH, credit: "Lê Lan", alt: "Thuyền chở dưa", caption: "Chợ nổi lúc sáng" },
    { id: ids[1], file: HASH, caption: "", alt: `${"x".repeat(999)}…` },
    { id: "figure01", file: null },
  ]);
  expect(() => validateBody(editor.getJSON())).not.toThrow();
  editor.commands.undo();
  expect(figuresIn(editor.state.doc)).toHaveLength(1);
});

test("a video has the label that its file asks for, or else its poster, and nobody's own is made to say less", () => {
  const film: FileView = { ...said, mediaType: "video/mp4", rights: { ...NOTHING_SAID, ai: "made" } };
  const poster: FileView = { ...said, sha256: "cd".repeat(32), rights: { ...NOTHING_SAID, ai: "made" } };
  const editor = editorWith({ type: "doc", content: [{ type: "video", attrs: { id: "video001" } }] });
  onTestFinished(() => editor.destroy());
  const { view } = editor;
  const label = () => editor.state.doc.firstChild?.attrs.ai;
  setFile(view, "video001", HASH);
  setBeside(view, "video001", "subtitles", poster);
  expect(label()).toBe("none");
  setBeside(view, "video001", "poster", poster);
  expect(label()).toBe("edited");
  editor.commands.undo();
  expect(label()).toBe("none");
  setFile(view, besideId("video001", "poster"), poster.sha256);
  fillWords(view, besideId("video001", "poster"), poster);
  expect(label()).toBe("edited");
  fillWords(view, "video001", film);
  expect(label()).toBe("made");
  fillWords(view, besideId("video001", "poster"), poster);
  expect(label()).toBe("made");
  // Another file: what was said of the one before says nothing of it.
  setFile(view, "video001", "ef".repeat(32));
  expect(label()).toBe("none");
  chooseFile(view, "video001", film);
  expect(label()).toBe("made");
  expect(withFile(validateBody(editor.getJSON()), "video001", poster.sha256)?.content[0]?.attrs).toMatchObject({
    file: poster.sha256,
    ai: "none",
  });
});
