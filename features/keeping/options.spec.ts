import { expect, test } from "vitest";
import { readOptions } from "./options.ts";

test("what is asked for is read", () => {
  expect(readOptions(["move", "--to", "s3"])).toEqual({ command: "move", to: "s3", deleteSource: false });
  expect(readOptions(["move", "--to=folder", "--after", "originals/ab/x"])).toEqual({
    ...{ command: "move", to: "folder", deleteSource: false, after: "originals/ab/x" },
  });
  expect(readOptions(["--delete-source", "--to", "s3", "move"])).toMatchObject({ deleteSource: true });
  expect(readOptions(["verify"])).toEqual({ command: "verify", mend: false });
  expect(readOptions(["verify", "--mend", "--after", "3f"])).toEqual({ command: "verify", mend: true, after: "3f" });
  expect(readOptions(["remake"])).toEqual({ command: "remake" });
  expect(readOptions(["verify", "-h"])).toBeNull();
});

test.each([
  ["", "Say what is to be done: npm run files -- move, verify, remake, erased or erase-again."],
  ["copy", 'There is no command "copy": say move, verify, remake, erased or erase-again.'],
  ["toString", 'There is no command "toString": say move, verify, remake, erased or erase-again.'],
  ["move", "Say where to: move --to folder, or move --to s3."],
  ["move --to ftp", "Say where to: move --to folder, or move --to s3."],
  ["move s3", 'move takes no "s3".'],
  ["move --to s3 --mend", "move takes no --mend."],
  [
    "move --to s3 --after a --delete-source",
    "Everything is looked at before anything is taken away: leave out --after or --delete-source.",
  ],
  ["verify --to s3", "verify takes no --to."],
  ["verify --delete-source", "verify takes no --delete-source."],
  [
    "verify --after originals/3f",
    '--after of verify is two letters that hashes begin with, such as 3f, and not "originals/3f".',
  ],
  ["remake --after 3f", "remake takes no --after."],
  ["erased --mend", "erased takes no --mend."],
  ["erased list.txt", 'erased takes no "list.txt".'],
  ["erase-again", "Say which list: npm run files -- erase-again LIST."],
  ["erase-again one two", 'erase-again takes no "two".'],
  ["verify --now", "Unknown option '--now'."],
])('"%s" is refused in one sentence', (words, sentence) => {
  expect(() => readOptions(words.split(" ").filter((word) => word !== ""))).toThrow(sentence);
});
