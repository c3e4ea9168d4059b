import { setImmediate as turn } from "node:timers/promises";
import { type KindName, kindOf } from "#features/kinds/kinds.ts";
import type { BodyDoc } from "#features/text/body.ts";
import { spellBody } from "#features/text/canonical.ts";
import { type Comparison, compare } from "#features/text/compare.ts";
import type { Content } from "#features/text/kind.ts";
import { jsonOf, parseJson } from "#lib/json.ts";
import { processWide } from "#lib/process-wide.ts";
import { Refusal, slowDown } from "#lib/refusal.ts";
import type * as jobs from "./thread.ts";

type Jobs = typeof jobs;

/** The thread that long texts are handed to, so that readers are answered meanwhile. */
export type Thread = {
  /** Too many wait for it. A plain answer: a Refusal of the one module graph is none to the other. */
  isFull(): boolean;
  run<J extends keyof Jobs>(job: J, given: Parameters<Jobs[J]>[0]): Promise<ReturnType<Jobs[J]>>;
  /** Bodies that were spelt lately, by their JSON. */
  lately: { get(json: string): Uint8Array | undefined; set(json: string, spelling: Uint8Array): unknown };
};

const shared = processWide<{ thread?: Thread | undefined }>("toasoan.text-thread", () => ({}));

/** Everybody in this process finds the thread that the start has opened. */
export function shareThread(thread: Thread | undefined): void {
  shared.thread = thread;
}

/**
 * From how long a JSON on a text is long, in UTF-16 units. Below, the work takes a few milliseconds (measured: 2 to 14 for
 * 32 KB), and nobody waits for a thread. Where there is none, in commands of their own, no text is.
 */
export const LONG = 32 * 1024;

/** The JSON of a text, or of its body, when it is long, for the thread; null when the work may be done in place. */
export async function jsonIfLong(given: unknown): Promise<string | null> {
  if (!shared.thread || typeof given !== "object" || given === null) return null;
  // Reading what is given has taken its time already, and writing it may take as long.
  await turn();
  try {
    const json = jsonOf(given);
    return json.length < LONG ? null : json;
  } catch (error) {
    // Nested deeper than can be written: whoever reads it in place refuses it at its depth.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/**
 * `parseContent` of a long text.
 * @throws {Refusal} `bad_text` as there; `slow_down`
 */
export async function readLong(kind: KindName, json: string): Promise<Content> {
  const read = await run("read", [kind, json]);
  if (!read.ok) throw new Refusal(read.code, read.sentence);
  const { head, body, spelling } = read.value;
  if (body === null || spelling === null) return head;
  const content = { ...head, body: parseJson<BodyDoc>(body) };
  spellings.set(content.body, spelling);
  return content;
}

/** Bodies are never changed, and texts that differ in their address alone have one and the same. */
const spellings = new WeakMap<BodyDoc, Uint8Array>();

/** `spellBody`, wherever it holds up nobody. @throws {Refusal} `slow_down` */
export async function spell(body: BodyDoc): Promise<Uint8Array> {
  const known = spellings.get(body);
  if (known) return known;
  const long = await jsonIfLong(body);
  const spelling = long === null ? spellBody(body) : await spellLong(long);
  spellings.set(body, spelling);
  return spelling;
}

/**
 * The same ahead of the moment at which an article is held and its text read again: nobody who waits for the article waits
 * for the thread as well.
 */
export async function spellAhead(body: BodyDoc): Promise<void> {
  const long = await jsonIfLong(body);
  if (long !== null) await spellLong(long);
}

async function spellLong(json: string): Promise<Uint8Array> {
  const { lately } = thread();
  const spelling = lately.get(json) ?? (await run("spell", json));
  lately.set(json, spelling);
  return spelling;
}

/** `compare`, wherever it holds up nobody. @throws {Refusal} `slow_down` */
export async function compareTexts(kind: KindName, before: Content, after: Content): Promise<Comparison> {
  const [first, second] = [await jsonIfLong(before), await jsonIfLong(after)];
  if (first === null && second === null) return compare(kindOf({ kind }), before, after);
  return JSON.parse(await run("compareTexts", [kind, first ?? jsonOf(before), second ?? jsonOf(after)]));
}

async function run<J extends keyof Jobs>(job: J, given: Parameters<Jobs[J]>[0]): Promise<ReturnType<Jobs[J]>> {
  if (thread().isFull()) throw slowDown();
  return thread().run(job, given);
}

function thread(): Thread {
  const open = shared.thread;
  if (!open) throw new Error("The thread for long texts is not open in this process.");
  return open;
}
