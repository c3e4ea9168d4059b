import type { Theirs } from "../props.ts";

/** What the person is told. */
export type SaveKind =
  | "clean"
  | "dirty"
  | "saving"
  | "conflict"
  | "offline"
  | "signed_out"
  | "other_person"
  | "refused";

/** Times are milliseconds of the browser's clock. */
export type SaveState = {
  kind: SaveKind;
  /** Version of the buffer that the next save builds on. */
  base: number;
  /** Number of the last edit, of the last edit the server has, and of the edit that is on its way. */
  edit: number;
  savedEdit: number;
  sentEdit: number | null;
  /** The last edit that put a whole text in the place of another; 0 when none did. */
  replacedEdit: number;
  /** When the last key fell, and the first one that is not saved yet. */
  lastKeyAt: number;
  dirtySince: number;
  /** Failed tries in a row, and when the last one failed. */
  tries: number;
  failedAt: number;
  /** ISO instant of the last save and its writer (null: this person). */
  savedAt: string | null;
  savedBy: string | null;
  /** Why the server refused, in words for the person, until it answers something else. */
  sentence: string | null;
  theirs: Theirs | null;
};

export type SaveEvent =
  | { type: "typed"; at: number }
  /** A whole text was put in the place of the one that stood here. */
  | { type: "replaced"; at: number }
  | { type: "sent" }
  | { type: "saved"; version: number; savedAt: string; at: number }
  | { type: "out_of_date"; theirs: Theirs }
  | { type: "failed"; at: number }
  | { type: "signed_out" }
  /** Somebody else is signed in in this browser now: nothing is saved under their name. */
  | { type: "other_person" }
  | { type: "refused"; sentence: string }
  /** Both texts were seen: mine is to be saved over theirs (their text stays in the history). */
  | { type: "mine_chosen"; at: number }
  | { type: "theirs_chosen" }
  /** The page was given a newer text of the server's while everything here was saved. */
  | { type: "renewed"; version: number; savedAt: string | null; savedBy: string | null }
  /** The person came back: what waits for a sign-in or a connection may be tried at once. */
  | { type: "woken" };

export function firstState(base: number, savedAt: string | null, savedBy: string | null): SaveState {
  return {
    kind: "clean",
    base,
    edit: 0,
    savedEdit: 0,
    sentEdit: null,
    replacedEdit: 0,
    lastKeyAt: 0,
    dirtySince: 0,
    tries: 0,
    failedAt: 0,
    savedAt,
    savedBy,
    sentence: null,
    theirs: null,
  };
}

/** Saving as a pure machine. While a conflict stands nothing is sent: neither text may cover the other. */
export function step(state: SaveState, event: SaveEvent): SaveState {
  switch (event.type) {
    case "typed": {
      const dirtySince = state.edit === state.savedEdit ? event.at : state.dirtySince;
      const kind = state.kind === "clean" || state.kind === "refused" ? "dirty" : state.kind;
      return { ...state, edit: state.edit + 1, lastKeyAt: event.at, dirtySince, kind };
    }
    case "replaced":
      return replacing(step(state, { ...event, type: "typed" }));
    case "sent":
      // a repeat carries the same edit as the request that nobody answered
      return { ...state, kind: "saving", sentEdit: state.sentEdit ?? state.edit };
    case "saved": {
      const savedEdit = state.sentEdit ?? state.edit;
      const { version, savedAt } = event;
      const kind = savedEdit === state.edit ? "clean" : "dirty";
      return { ...answered(state), kind, base: version, savedEdit, savedAt, savedBy: null, dirtySince: event.at };
    }
    case "out_of_date":
      return { ...answered(state), kind: "conflict", theirs: event.theirs };
    case "failed":
      return { ...state, kind: "offline", tries: state.tries + 1, failedAt: event.at };
    case "signed_out":
    case "other_person":
      return { ...state, kind: event.type };
    case "refused":
      return { ...answered(state), kind: "refused", sentence: event.sentence };
    case "mine_chosen": {
      if (state.theirs === null) return state;
      const { version } = state.theirs;
      return replacing({
        ...state,
        kind: "dirty",
        base: version,
        theirs: null,
        edit: state.edit + 1,
        lastKeyAt: 0,
        dirtySince: event.at,
      });
    }
    case "theirs_chosen": {
      if (state.theirs === null) return state;
      const { version, savedAt, savedBy } = state.theirs;
      return { ...state, kind: "clean", base: version, theirs: null, savedEdit: state.edit, savedAt, savedBy };
    }
    case "woken": {
      if (state.kind !== "offline" && state.kind !== "signed_out" && state.kind !== "other_person") return state;
      const kind = unsaved(state) ? "dirty" : "clean";
      return { ...state, kind, failedAt: 0, tries: 0, lastKeyAt: 0 };
    }
    case "renewed": {
      if (unsaved(state) || event.version <= state.base) return state;
      const { version, savedAt, savedBy } = event;
      return { ...state, kind: "clean", base: version, theirs: null, savedAt, savedBy };
    }
  }
}

/** True when there are words that the server does not have. */
export const unsaved = (state: SaveState): boolean => state.edit !== state.savedEdit;

/** True when what is to be saved stands in the place of the server's text, which has to be kept as a version. */
export const replaces = (state: SaveState): boolean => state.replacedEdit > state.savedEdit;

/** True when the server has said no to words that it does not have: closing the page leaves them to this browser alone. */
export const turnedAway = (state: SaveState): boolean => unsaved(state) && state.sentence !== null;

/** Quiet after the last key before a save, and the longest that typing goes unsaved. Milliseconds. */
export const QUIET_MS = 1_500;
const AT_LEAST_EVERY_MS = 5_000;

/** When the next save is due, or null while there is nothing to send or nothing may be sent. */
export function dueAt(state: SaveState): number | null {
  if (!unsaved(state)) return null;
  if (state.kind === "dirty") return Math.min(state.lastKeyAt + QUIET_MS, state.dirtySince + AT_LEAST_EVERY_MS);
  if (state.kind === "offline") return state.failedAt + backOff(state.tries);
  return null;
}

/** 2, 4, 8, 16, then every 30 seconds. */
function backOff(tries: number): number {
  return Math.min(1_000 * 2 ** tries, 30_000);
}

function replacing(state: SaveState): SaveState {
  return { ...state, replacedEdit: state.edit };
}

function answered(state: SaveState): SaveState {
  return { ...state, sentEdit: null, tries: 0, failedAt: 0, sentence: null };
}
