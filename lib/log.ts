import { type Limit, makeLimit } from "./limit.ts";

/** One line per happening, for whoever runs the server. Words of documents and people's secrets stay out of it. */
export const log = {
  info: (sentence: string) => write(process.stdout, "info", sentence),
  warn: (sentence: string) => write(process.stderr, "warn", sentence),
  /** A bug or an outage: the whole error, with its causes and stack. */
  error: (sentence: string, error?: unknown) => write(process.stderr, "error", sentence, error),
  /**
   * The same at a door where anybody may knock as often as they like: at most one line per kind and ten seconds, which
   * says how many were left out before it.
   *
   * @param kind a name of ours, never a stranger's word
   */
  atDoor(kind: string, sentence: string, error?: unknown): void {
    const leftOut = doors().passes(kind);
    if (leftOut === null) return;
    write(
      process.stderr,
      "error",
      leftOut === 0 ? sentence : `(${leftOut} more like this were left out) ${sentence}`,
      error,
    );
  },
};

/** The longest line, in bytes. */
export const LONGEST_LINE = 4_096;
const DOOR_EVERY_MS = 10_000;

const place = Symbol.for("toasoan.log-at-doors");
const shared = globalThis as { [place]?: Limit };

/** One for the process: Next's bundle and the front stand at the same doors. */
function doors(): Limit {
  shared[place] ??= makeLimit(DOOR_EVERY_MS);
  return shared[place];
}

function write(to: NodeJS.WriteStream, level: string, sentence: string, error?: unknown): void {
  const cause = error === undefined ? "" : ` ${inOneLine(error)}`;
  const line = `${new Date().toISOString()} ${level} ${bounded(sentence)}${cause}`;
  to.write(`${cut(line.replace(ONE_TIME, "$1…").replace(UNSEEN, asEscape))}\n`);
}

/** What follows in the address of a one-time link is a secret, also where a mail program has put it into the path. */
const ONE_TIME = /(\/login\/one-time)[^\s"'),;|]+/g;

/** What would break a line, colour a terminal or turn its words about: all but what is seen, and half a character. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

function asEscape(character: string): string {
  return [...Array(character.length).keys()]
    .map((at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, "0")}`)
    .join("");
}

/** The causes of an error that are told; some go round in a circle. */
const MOST_CAUSES = 5;

function inOneLine(error: unknown, causes = 0): string {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const hasCause = error instanceof Error && error.cause !== undefined && causes < MOST_CAUSES;
  const cause = hasCause ? ` because ${inOneLine(error.cause, causes + 1)}` : "";
  return bounded(text).replace(/\s*\n\s*/g, " | ") + cause;
}

/** No more is looked at than can be written: a stranger's megabyte costs as little as a line. */
function bounded(text: string): string {
  return text.slice(0, LONGEST_LINE);
}

function cut(line: string): string {
  const bytes = Buffer.from(line);
  if (bytes.length < LONGEST_LINE) return line;
  let end = LONGEST_LINE - Buffer.byteLength("…\n");
  // Not within a character.
  while (((bytes[end] ?? 0) & 0xc0) === 0x80) end -= 1;
  return `${bytes.toString("utf8", 0, end)}…`;
}
