import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { z } from "zod";
import { FAILURES, type Failure } from "#features/files/failures.ts";
import { isDocument } from "#features/files/media.ts";
import { FORMATS } from "#features/files/settings.ts";
import type { ShareWords } from "#features/files/share-picture.ts";
import { AI_LABELS } from "#features/text/vocabulary.ts";
import { ENDED_AFTER_MS, LIMITS, MOST_PAGES, MOST_TEXT, SHARE_ENDED_AFTER_MS } from "./limits.ts";
import { partAsked } from "./media/asked.ts";
import type { Parts } from "./media/parts.ts";

const size = { width: z.int().positive(), height: z.int().positive() };
const picture = {
  ...size,
  placeholder: z.string().regex(/^(?:data:image\/webp;base64,[\w+/=]+)?$/),
  drawn: z
    .array(z.object({ format: z.enum(FORMATS), ...size, bytes: z.instanceof(Buffer) }))
    .min(1)
    .max(100),
};

/** No recording lasts longer: a week, in milliseconds. */
const LONGEST_MS = 7 * 24 * 3_600_000;

/** The process has met a stranger's bytes: what it says is read as a stranger's word. */
const failed = z.object({ failure: z.enum(Object.keys(FAILURES) as [Failure, ...Failure[]]), because: z.string() });
type Failed = z.infer<typeof failed>;
const answer = z.union([
  failed,
  z.object({
    ...picture,
    likeness: z.string().regex(/^[01]{64}$/),
    words: z.object({
      caption: z.string(),
      credit: z.string(),
      alt: z.string(),
      creator: z.string(),
      copyright: z.string(),
      keywords: z.array(z.string()),
      takenAt: z.date().nullable(),
      owner: z.string(),
      licenceName: z.string(),
      licenceEnd: z.iso.date().nullable(),
      ai: z.enum(AI_LABELS),
    }),
  }),
  z.object({
    pages: z.int().positive().max(MOST_PAGES).nullable(),
    text: z.string().max(MOST_TEXT),
    /** Of its first page. */
    picture: z.object(picture).nullable(),
  }),
  z.object({
    played: z.object({
      ...{ width: size.width.nullable(), height: size.height.nullable() },
      durationMs: z.int().positive().max(LONGEST_MS).nullable(),
      codecs: z.string().max(200),
    }),
  }),
]);
/** What is said of a picture for sharing: a PNG. */
const share = z.union([failed, z.object({ share: z.instanceof(Buffer) })]);
export type Answer = z.infer<typeof answer>;
export type DrawnPicture = z.infer<z.ZodObject<typeof picture>>;
/** What is said of a picture. */
export type PictureAnswer = Exclude<Answer, { pages: unknown } | { played: unknown }>;

/** The process has ended without a word. Whether that was the file's doing nobody knows. */
export class Died extends Error {
  override name = "Died";
}

/**
 * What the process runs, on which kind of file, how that is cut first, as texts spell it, whether somebody has let its macros in,
 * and after how long it is ended, in milliseconds.
 */
type Ways = { entry: string; mediaType: string; cut: string; withMacros: boolean; endedAfterMs: number };
const USUAL: Ways = {
  entry: join(import.meta.dirname, "child.ts"),
  ...{ mediaType: "", cut: "", withMacros: false, endedAfterMs: ENDED_AFTER_MS },
};
/** Pictures lie outside of JavaScript's own memory, what is read of a document in it. Sizes in MB. */
const LEAN = (mediaType: string) => [
  "--max-semi-space-size=2",
  `--max-old-space-size=${isDocument(mediaType) ? 320 : 128}`,
];
/** Of what it said before its end, so many characters. */
const LAST_WORDS = 500;

/**
 * Makes everything of one picture, or looks into one file of another kind, in a process of its own, which may be killed with it and
 * never outlives us.
 *
 * @param given its bytes; of what is played, a way to those that are asked for
 * @param ending its reason is thrown at once when it is aborted
 * @throws {Died} when it ends without having said anything
 */
export async function makeApart(
  given: Readable | Parts,
  ending: AbortSignal,
  ways: Partial<Ways> = {},
): Promise<Answer> {
  const { entry, mediaType, cut, withMacros, endedAfterMs } = { ...USUAL, ...ways };
  const size = given instanceof Readable ? 0 : given.size;
  const said = await askApart(answer, given, ending, {
    ...{ entry, args: [mediaType, cut, String(withMacros), String(size)], execArgv: LEAN(mediaType), endedAfterMs },
  });
  return said ?? { failure: "too_slow", because: "its time was over" };
}

/** Draws a picture for sharing in such a process. @returns a PNG @throws {Died} and when its time is over */
export async function drawShareApart(words: ShareWords, ending: AbortSignal): Promise<Buffer> {
  const said = await askApart(share, Readable.from([Buffer.from(JSON.stringify(words))]), ending, {
    ...{ entry: join(import.meta.dirname, "share", "child.ts"), args: [], execArgv: LEAN("") },
    endedAfterMs: SHARE_ENDED_AFTER_MS,
  });
  if (said === null) throw new Error("what draws pictures for sharing took too long");
  if ("failure" in said) throw new Error(`no picture for sharing could be drawn (${said.failure}: ${said.because})`);
  return said.share;
}

type Entry = { entry: string; args: readonly string[]; execArgv: string[]; endedAfterMs: number };

/** @returns null when its time was over */
async function askApart<T>(
  answers: z.ZodType<T | Failed>,
  given: Readable | Parts,
  ending: AbortSignal,
  { entry, args, execArgv, endedAfterMs }: Entry,
): Promise<T | Failed | null> {
  ending.throwIfAborted();
  const [bytes, parts] = given instanceof Readable ? [given, null] : [null, given];
  const child = fork(entry, args, {
    execArgv,
    // Without our environment, where an operator may have put passwords.
    env: { NODE_ENV: "production" },
    serialization: "advanced",
    stdio: ["pipe", "ignore", "pipe", "ipc"],
  });
  const late = AbortSignal.timeout(endedAfterMs);
  const over = AbortSignal.any([ending, late]);
  const end = () => void child.kill("SIGKILL");
  over.addEventListener("abort", end);
  const sent = child.stdin
    ? pipeline(bytes ?? Readable.from([]), child.stdin).then(nothing, (error: unknown) => error)
    : nothing();
  try {
    const said = await answerOf(child, answers, parts);
    // It has heard all that came: what broke off broke off on our side, and half a picture is nobody's fault who brought it.
    const broken = await sent;
    if (broken !== undefined) throw broken;
    return said;
  } catch (error) {
    ending.throwIfAborted();
    if (late.aborted) return null;
    throw error;
  } finally {
    over.removeEventListener("abort", end);
    end();
    bytes?.destroy();
  }
}

function answerOf<T>(child: ChildProcess, answers: z.ZodType<T | Failed>, parts: Parts | null): Promise<T | Failed> {
  return new Promise((resolve, reject) => {
    let last = "";
    child.stderr?.on("data", (chunk: Buffer) => {
      last = (last + chunk.toString()).slice(-LAST_WORDS);
    });
    child.once("error", reject);
    child.on("message", (said) => {
      const asked = parts && partAsked(said, parts.size);
      if (parts && asked) {
        // It may have been ended meanwhile, which is heard below.
        parts.read(asked.first, asked.last).then((bytes) => child.send({ bytes }, nothing), reject);
        return;
      }
      const read = answers.safeParse(said);
      if (read.success) resolve(read.data);
      else reject(new Error("what unpacks files has said what it cannot say", { cause: read.error }));
    });
    child.once("close", (code, signal) => {
      if (code === LIMITS.memory.exitCode) resolve({ failure: "too_much_memory", because: "its memory was used up" });
      else if (code === LIMITS.seconds.exitCode) resolve({ failure: "too_slow", because: "its seconds were used up" });
      else reject(new Died(`what unpacks files has ended (${signal ?? `code ${code}`}) ${last.trim()}`.trim()));
    });
  });
}

const nothing = () => undefined;
