import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { isNothingThere, type Kept, type Storage } from "#features/files/storage/types.ts";
import { hashInName } from "#features/files/storage.ts";
import { inBatches } from "./in-batches.ts";
import { hashAt } from "./look.ts";

/** So many are on their way at once. */
const AT_ONCE = 16;

/** Two clocks may differ by as much, in milliseconds. */
const CLOCKS_MS = 10 * 60_000;

export type Move = {
  from: Storage;
  to: Storage;
  /** Only keys that come after this one. */
  after?: string | undefined;
  /** Whether what lies in both places, the same, is taken away from where it came from. */
  deleteSource?: boolean | undefined;
  /** Nothing more is begun soon after it is aborted. */
  ending: AbortSignal;
  /** Says of one key why it was not moved. */
  complain: (sentence: string) => void;
  /** Hears up to which key all is done. */
  reached: (key: string) => void;
};

export type Moved = { copied: number; there: number; bytes: number; problems: number; deleted: number };

/**
 * Copies everything from one store to another one, by its keys, and reads each there once more. What is there already, and
 * the same, stays: begun again, it goes on. Nothing is taken away at the source before everything was looked at without a
 * problem.
 */
export async function moveFiles(move: Move): Promise<Moved> {
  const { from, to, after, deleteSource, ending, complain, reached } = move;
  const began = Date.now();
  const done: Moved = { copied: 0, there: 0, bytes: 0, problems: 0, deleted: 0 };
  const note = ({ key, size }: Kept, outcome: Outcome) => {
    if (outcome === "gone") return;
    if (outcome === "copied" || outcome === "there") {
      done[outcome] += 1;
      done.bytes += size;
      return;
    }
    done.problems += 1;
    complain(`${key} ${outcome.problem}`);
  };
  for await (const batch of inBatches(from.list("", after), AT_ONCE)) {
    const outcomes = await Promise.all(batch.map((kept) => moveOne(move, kept)));
    for (const [at, kept] of batch.entries()) note(kept, outcomes[at] ?? "gone");
    reached(batch.at(-1)?.key ?? "");
    if (ending.aborted) return done;
  }
  if (!deleteSource || done.problems > 0) return done;
  for await (const batch of inBatches(from.list(""), AT_ONCE)) {
    await Promise.all(
      batch.map(async (kept) => {
        // What came meanwhile was not looked at yet.
        const outcome = kept.at.getTime() > began - CLOCKS_MS ? await moveOne(move, kept) : "there";
        if (typeof outcome === "object") return note(kept, outcome);
        if ((await to.sizeOf(kept.key)) !== kept.size)
          return note(kept, { problem: "is not in both places, and stays." });
        await from.remove(kept.key);
        done.deleted += 1;
      }),
    );
    if (ending.aborted) return done;
  }
  return done;
}

type Outcome = "copied" | "there" | "gone" | { problem: string };

class Differs extends Error {}

async function moveOne({ from, to }: Pick<Move, "from" | "to">, { key, size }: Kept): Promise<Outcome> {
  const name = hashInName(key);
  try {
    if ((await to.sizeOf(key)) === size) {
      const there = await hashAt(to, key);
      if (there === (name ?? (await hashAt(from, key)))) return "there";
    }
    const hash = createHash("sha256");
    await to.put(key, Readable.from(hashed(await from.read(key), hash, name)));
    if ((await hashAt(to, key)) === hash.digest("hex")) return "copied";
    await to.remove(key);
    return { problem: "was another one after it was moved, and was taken away there." };
  } catch (error) {
    if (isNothingThere(error)) return "gone";
    if (error instanceof Differs) return { problem: "has other bytes than its name says, and was not moved." };
    throw error;
  }
}

/** @throws {Differs} at their end where they are not what their name says, so that nothing is kept of them */
async function* hashed(
  bytes: Readable,
  hash: ReturnType<typeof createHash>,
  name: string | null,
): AsyncGenerator<Buffer> {
  for await (const piece of bytes) {
    hash.update(piece);
    yield piece;
  }
  if (name !== null && hash.copy().digest("hex") !== name) throw new Differs();
}
