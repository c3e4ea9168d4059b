import { nameOf } from "#features/files/media.ts";
import { log } from "#lib/log.ts";
import { Refusal } from "#lib/refusal.ts";
import type { BesideFile, GoesAlong } from "./beside.ts";
import type { MayGo } from "./deeds.ts";
import type { Looker } from "./may.ts";
import { filesBesideOf } from "./queries.ts";

/** @param along files that belong to it and shall go with it, by their hashes */
type Which = { sha256: string; along: readonly string[] };

/**
 * Does with a file what was pressed, and the same with files that belong to it. Each is a deed and a transaction of its own: a video
 * that has to vanish now does not wait for its poster.
 *
 * @param act what is done with one of them, by its hash
 * @returns of those that stay, what they are and why, as sentences
 * @throws {Refusal} what `act` throws of the file itself; then nothing was done
 */
export async function withBeside(
  staff: Looker,
  press: keyof MayGo,
  { sha256, along }: Which,
  act: (sha256: string) => Promise<unknown>,
): Promise<{ stays: string[] }> {
  // Asked before: what was done with both of them for one reason is over for the first one then.
  const beside = along.length === 0 ? [] : await filesBesideOf(staff, sha256);
  await act(sha256);
  const stays = new Set<string>();
  for (const hash of new Set(along)) {
    const said = await follow(
      beside.find((one) => one.sha256 === hash),
      press,
      act,
    );
    if (said !== null) stays.add(said);
  }
  return { stays: [...stays] };
}

/** @returns why it stays; null where it went */
async function follow(
  file: BesideFile | undefined,
  press: keyof MayGo,
  act: (sha256: string) => Promise<unknown>,
): Promise<string | null> {
  if (file === undefined) return NOT_BESIDE;
  const called = `${file.which === "poster" ? "Ảnh bìa" : "Phụ đề"} “${nameOf(file)}”`;
  const does = file.does[press];
  if (does === undefined) return `${called} ở lại: không đi cùng được trong lần bấm này. ${BY_ITSELF}`;
  if (does !== "goes") return `${called} ở lại: ${WHY[does]}. ${BY_ITSELF}`;
  try {
    await act(file.sha256);
    return null;
  } catch (error) {
    if (error instanceof Refusal) return `${called} ở lại: ${error.sentence}`;
    // The first one is done, and whoever pressed has to know it.
    log.error("a file that belongs to another did not go along", error);
    return `${called} ở lại do lỗi của máy chủ. ${BY_ITSELF}`;
  }
}

const WHY: Record<Exclude<GoesAlong, "goes">, string> = {
  used: "tệp còn được dùng ở chỗ khác",
  notYours: "tệp do người khác đưa lên",
};
const BY_ITSELF = "Cần thì mở trang của tệp đó.";
const NOT_BESIDE = "Có tệp không phải ảnh bìa hay phụ đề của video này nên được để nguyên.";
