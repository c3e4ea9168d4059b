import { expect, test } from "vitest";
import { notesOf, ownNote } from "./notes.ts";

const day = (of: number) => new Date(Date.UTC(2026, 10, of));
const text = (of: number, correction: string) => ({ correction, at: day(of) });

test("readers keep every note, each with its own date, the newest first", () => {
  expect(notesOf([text(1, ""), text(2, "Số cây là 640."), text(5, "Ông An là Phó Chủ tịch.")])).toEqual([
    { text: "Ông An là Phó Chủ tịch.", at: day(5) },
    { text: "Số cây là 640.", at: day(2) },
  ]);
});

test("an update that only carries the note of the text before adds none, and one without any takes none away", () => {
  const notes = [{ text: "Số cây là 640.", at: day(2) }];
  expect(notesOf([text(1, ""), text(2, "Số cây là 640."), text(3, "Số cây là 640."), text(4, "")])).toEqual(notes);
  expect(notesOf([])).toEqual([]);
});

test("the note of a text is what it says beyond the one it began from", () => {
  expect(ownNote("Số cây là 640.", "Số cây là 640.")).toBe("");
  expect(ownNote("Ông An là Phó Chủ tịch.", "Số cây là 640.")).toBe("Ông An là Phó Chủ tịch.");
  expect(ownNote("", "Số cây là 640.")).toBe("");
});
