import type { Move } from "#features/workflow/machine.ts";

/** What happened last to a document since a page of it was drawn. */
export type DocumentChange = {
  what: Move | "version_restored" | "imported" | "schedule_failed" | "typed";
  /** Null for the clock. */
  by: string | null;
  /** In another window of the person who asks. */
  byMe: boolean;
};

/** What is called by its name on the stream. It never says more: the page then asks for what changed. */
export type Word =
  /** From now on whatever changes is told: what changed before has to be asked for once. */
  | "ready"
  /** Something that concerns the page has changed. */
  | "changed"
  /** Nothing has happened, and the connection still carries. */
  | "alive"
  /** The same browser has taken too many connections: this page asks by itself until it is looked at again. */
  | "full";

/** Between two signs of life on a stream that has nothing to say, in milliseconds. */
export const ALIVE_EVERY_MS = 15_000;
