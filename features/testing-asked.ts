import type { StoreAsks } from "./testing-ask.ts";
import { ASKED_ON_THE_DESK } from "./testing-asked-desk.ts";
import { ASKED_OF_FILES } from "./testing-asked-files.ts";
import { ASKED_FOR_LISTS } from "./testing-asked-lists.ts";
import { ASKED_OF_PEOPLE } from "./testing-asked-people.ts";
import { ASKED_FOR_READERS } from "./testing-asked-readers.ts";

/** The stores whose statements may not grow with the archive, by what they are called: another one is another line in one of these. */
export const ASKED: Readonly<Record<string, StoreAsks>> = {
  ...ASKED_FOR_READERS,
  ...ASKED_FOR_LISTS,
  ...ASKED_ON_THE_DESK,
  ...ASKED_OF_FILES,
  ...ASKED_OF_PEOPLE,
};
