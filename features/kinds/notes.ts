import { type Gap, type GapFacts, gapList } from "#features/text/gaps.ts";
import { NOTE_KINDS, type NoteKind } from "#features/text/notes.ts";
import { lines } from "#features/text/typed.ts";

/** The longest note, in UTF-16 units. */
export const NOTE_LIMIT = 3000;

/** What readers are told beside a text that went out once more: fields of each kind that can be corrected. */
export const NOTE_SHAPE = { correction: lines(NOTE_LIMIT), update: lines(NOTE_LIMIT) };
export const NO_NOTES: Readonly<Record<NoteKind, string>> = { correction: "", update: "" };

/** What a writer may tell readers in an edition, and what they have to. */
export type NoteOffered = { kind: NoteKind; required: boolean };

/**
 * Which notes are offered in an edition, by what it was opened for. Whoever answers an objection knows whether it mends or adds;
 * of what goes out for the first time there is nothing to be said.
 */
export function notesOffered(purpose: "first" | "revise" | "correct" | "objection" | "migrate"): NoteOffered[] {
  switch (purpose) {
    case "correct":
      return [{ kind: "correction", required: true }];
    case "revise":
      return [{ kind: "update", required: false }];
    case "objection":
      return [
        { kind: "correction", required: false },
        { kind: "update", required: false },
      ];
    case "first":
    case "migrate":
      return [];
  }
}

/** A correction says something, and what a note says is new: the same words once more would be no note at all. */
export function noteGaps(notes: Record<NoteKind, string>, { correcting, before = {} }: GapFacts): Gap[] {
  return [
    ...gapList(
      correcting === true &&
        notes.correction === "" && {
          field: "correction",
          sentence: "Chưa ghi lời đính chính cho bạn đọc.",
          blocks: "submit",
        },
    ),
    ...NOTE_KINDS.filter((kind) => notes[kind] !== "" && notes[kind] === before[kind]).map(
      (kind): Gap => ({ field: kind, sentence: REPEATS[kind], blocks: "submit" }),
    ),
  ];
}

const REPEATS: Readonly<Record<NoteKind, string>> = {
  correction: "Lời đính chính giống hệt lần trước: hãy ghi lần này sửa gì.",
  update: "Lời cập nhật giống hệt lần trước: hãy ghi lần này thêm gì, hoặc để trống.",
};
