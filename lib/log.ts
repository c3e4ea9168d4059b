import pino from "pino";
import { makeLimit } from "./limit.ts";
import { processWide } from "./process-wide.ts";
import { requestId } from "./request.ts";

/**
 * One line per happening, for whoever runs the server: to be read on a terminal, else JSON. What happens while a request
 * is answered names it. Words of documents and people's secrets stay out of it.
 */
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
    const leftOut = doors.passes(kind);
    if (leftOut === null) return;
    write(
      process.stderr,
      "error",
      leftOut === 0 ? sentence : `(${leftOut} more like this were left out) ${sentence}`,
      error,
    );
  },
};

/**
 * Goes on when whoever read our lines is gone (a closed terminal, a pipe that broke): else the line that says so would fail as the
 * one before it, without end.
 */
export function outliveReaders(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);
}

/** The longest line, in bytes. */
export const LONGEST_LINE = 4_096;
const DOOR_EVERY_MS = 10_000;

/** Next's bundle and the front stand at the same doors. */
const doors = processWide("toasoan.log-at-doors", () => makeLimit(DOOR_EVERY_MS));

type Level = "info" | "warn" | "error";

function write(to: NodeJS.WriteStream, level: Level, sentence: string, error?: unknown): void {
  const said = withoutSecrets(bounded(sentence));
  const cause = error === undefined ? undefined : withoutSecrets(inOneLine(error));
  if (to.isTTY) to.write(`${forPeople(level, said, cause)}\n`);
  else asJson(to, level, said, cause);
}

function forPeople(level: Level, sentence: string, error: string | undefined): string {
  const request = requestId();
  const asked = request === undefined ? "" : `[${request}] `;
  const line = `${new Date().toISOString()} ${level} ${asked}${sentence}${error === undefined ? "" : ` ${error}`}`;
  return cut(seen(line), LONGEST_LINE - 1);
}

const machines = new WeakMap<NodeJS.WriteStream, pino.Logger>();

function asJson(to: NodeJS.WriteStream, level: Level, sentence: string, error: string | undefined): void {
  const machine = machines.get(to) ?? pino(FORM, { write: (line) => void to.write(`${seen(line.trimEnd())}\n`) });
  machines.set(to, machine);
  // A sentence says what happened, the rest is for its error.
  const said = shortened(sentence, error === undefined ? ROOM : ROOM / 2);
  const request = requestId();
  machine[level]({
    msg: said,
    ...(request === undefined ? {} : { request }),
    ...(error === undefined ? {} : { error: shortened(error, ROOM - sizeOf(said)) }),
  });
}

const FORM: pino.LoggerOptions = {
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: { level: (level) => ({ level }) },
};

/** What a sentence and its error may take of a line of JSON, in bytes; time, level and request need less than the rest. */
const ROOM = LONGEST_LINE - 296;

/** As much of a text as its spelling in JSON has room for. */
function shortened(text: string, room: number): string {
  if (sizeOf(text) <= room) return text;
  let size = sizeOf("…");
  let kept = "";
  for (const character of text) {
    size += sizeOf(character);
    if (size > room) break;
    kept += character;
  }
  return `${kept}…`;
}

/** In bytes, spelt in JSON. */
function sizeOf(text: string): number {
  return Buffer.byteLength(seen(JSON.stringify(text))) - 2;
}

function withoutSecrets(text: string): string {
  return text.replace(ONE_TIME, "$1…");
}

/** What would do more to a terminal than show letters, spelt out; in JSON this spelling means what it stands for. */
function seen(line: string): string {
  return line.replace(UNSEEN, asEscape);
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

function cut(line: string, most: number): string {
  const bytes = Buffer.from(line);
  if (bytes.length <= most) return line;
  let end = most - Buffer.byteLength("…");
  // Not within a character.
  while (((bytes[end] ?? 0) & 0xc0) === 0x80) end -= 1;
  return `${bytes.toString("utf8", 0, end)}…`;
}
