import { expect, test } from "vitest";
import { isTitledNote, type Noted, notesOf, ownNote } from "./notes.ts";

const day = (of: number) => new Date(Date.UTC(2026, 10, of));
const text = (of: number, correction: string, update = ""): Noted => ({ correction, update, at: day(of) });
const corrected = (of: number, words: string) => ({ kind: "correction", text: words, at: day(of) });
const updated = (of: number, words: string) => ({ kind: "update", text: words, at: day(of) });

test("readers keep every note, each with its own date, the newest first", () => {
  expect(notesOf([text(1, ""), text(2, "Số cây là 640."), text(5, "Ông An là Phó Chủ tịch.")])).toEqual([
    corrected(5, "Ông An là Phó Chủ tịch."),
    corrected(2, "Số cây là 640."),
  ]);
});

test("corrections and updates stand in one list, each as what it is; of one text the correction comes first", () => {
  const told = [text(1, ""), text(2, "", "Thêm ý kiến của phường."), text(3, "Số cây là 640.", "Thêm ảnh.")];
  expect(notesOf(told)).toEqual([
    corrected(3, "Số cây là 640."),
    updated(3, "Thêm ảnh."),
    updated(2, "Thêm ý kiến của phường."),
  ]);
});

test("an update that only carries the note of the text before adds none, and one without any takes none away", () => {
  const notes = [corrected(2, "Số cây là 640.")];
  expect(notesOf([text(1, ""), text(2, "Số cây là 640."), text(3, "Số cây là 640."), text(4, "")])).toEqual(notes);
  const carried = [text(1, ""), text(2, "", "Thêm ảnh."), text(3, "Số cây là 640.", "Thêm ảnh.")];
  expect(notesOf(carried)).toEqual([corrected(3, "Số cây là 640."), updated(2, "Thêm ảnh.")]);
  expect(notesOf([])).toEqual([]);
});

test("the note of a text is what it says beyond the one it began from", () => {
  expect(ownNote("Số cây là 640.", "Số cây là 640.")).toBe("");
  expect(ownNote("Ông An là Phó Chủ tịch.", "Số cây là 640.")).toBe("Ông An là Phó Chủ tịch.");
  expect(ownNote("", "Số cây là 640.")).toBe("");
});

test("a note that says itself what it is gets no second title, and one that says the other gets its own", () => {
  expect(isTitledNote({ kind: "correction", text: "Đính chính: số cây là 640." })).toBe(true);
  expect(isTitledNote({ kind: "correction", text: "Correction: there are 640 trees." })).toBe(true);
  expect(isTitledNote({ kind: "update", text: "Cập nhật: thêm ý kiến của phường." })).toBe(true);
  expect(isTitledNote({ kind: "update", text: "Update: adds what the ward says." })).toBe(true);
  expect(isTitledNote({ kind: "update", text: "Đính chính: số cây là 640." })).toBe(false);
  expect(isTitledNote({ kind: "correction", text: "Cập nhật: thêm ảnh." })).toBe(false);
});
