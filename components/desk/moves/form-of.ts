import type { Press } from "#features/moves/presses.ts";

/** The id of a press's form, for a field that stands apart from its button. Server and client both draw such fields. */
export function formOf(press: Press): string {
  return `form-${press}`;
}
