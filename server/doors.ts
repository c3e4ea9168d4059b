import { LARGEST_UPLOAD } from "#features/files/media.ts";

/** What the staff side serves at some addresses, and to which methods. */
export type Door = {
  path: RegExp;
  methods: readonly string[];
  /** The most a request may carry there, in bytes; Infinity for what is read as a stream, however long it is. */
  mostBytes: number;
  /** A page, where a person presses buttons; else a machine asks. */
  isPage: boolean;
};

/** A text of 2 MB with room for its JSON. */
const A_TEXT = 3 * 1024 * 1024;
/** An e-mail address and a password, four times as long as either may be. */
const A_SIGN_IN = 64 * 1024;
/** A browser's number and a person's. */
const A_NAME = 1_024;
/** A part of an upload, or all of it. */
const A_FILE = LARGEST_UPLOAD;
/** A view is a number, and so is an answer with its "yes" or "no". */
const A_BEACON = 1_024;

const READ = ["GET", "HEAD"];

/** All that the staff side serves. What is not here does not exist, whatever a framework would answer to it. */
export const DOORS: readonly Door[] = [
  { path: /^\/(?:desk|login)(?:\/.*)?$/, methods: [...READ, "POST"], mostBytes: A_TEXT, isPage: true },
  { path: /^\/api\/health$/, methods: READ, mostBytes: 0, isPage: false },
  { path: /^\/api\/views$/, methods: ["POST"], mostBytes: A_BEACON, isPage: false },
  { path: /^\/api\/useful$/, methods: ["POST"], mostBytes: A_BEACON, isPage: false },
  { path: /^\/api\/suggestions$/, methods: READ, mostBytes: 0, isPage: false },
  { path: /^\/api\/drafts\/[^/]+$/, methods: [...READ, "PUT"], mostBytes: A_TEXT, isPage: false },
  { path: /^\/api\/live$/, methods: READ, mostBytes: 0, isPage: false },
  { path: /^\/api\/live-articles$/, methods: READ, mostBytes: 0, isPage: false },
  { path: /^\/api\/changes(?:\/[^/]+)?$/, methods: READ, mostBytes: 0, isPage: false },
  { path: /^\/api\/journal-key$/, methods: ["POST"], mostBytes: A_NAME, isPage: false },
  { path: /^\/api\/uploads$/, methods: ["POST"], mostBytes: A_NAME, isPage: false },
  { path: /^\/api\/uploads\/[^/]+$/, methods: ["HEAD", "PATCH", "DELETE"], mostBytes: A_FILE, isPage: false },
  { path: /^\/api\/phones$/, methods: ["POST"], mostBytes: A_NAME, isPage: false },
  { path: /^\/api\/phones\/[^/]+$/, methods: [...READ, "DELETE"], mostBytes: A_NAME, isPage: false },
  { path: /^\/api\/phone$/, methods: READ, mostBytes: 0, isPage: false },
  { path: /^\/api\/phone\/uploads$/, methods: ["POST"], mostBytes: A_NAME, isPage: false },
  { path: /^\/api\/phone\/uploads\/[^/]+$/, methods: ["HEAD", "PATCH", "DELETE"], mostBytes: A_FILE, isPage: false },
  { path: /^\/api\/files$/, methods: READ, mostBytes: 0, isPage: false },
  { path: /^\/api\/files\/[^/]+$/, methods: READ, mostBytes: 0, isPage: false },
  { path: /^\/api\/files\/[^/]+\/[^/]+$/, methods: READ, mostBytes: 0, isPage: false },
  { path: /^\/api\/auth\/csrf$/, methods: READ, mostBytes: 0, isPage: false },
  { path: /^\/api\/auth\/callback\/credentials$/, methods: ["POST"], mostBytes: A_SIGN_IN, isPage: false },
];

/** @param path of a request's address, as it came */
export function doorAt(path: string, doors = DOORS): Door | undefined {
  return doors.find((door) => door.path.test(path));
}
