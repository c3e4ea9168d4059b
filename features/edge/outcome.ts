import { foundNoConnection, hasNoRoom, isOutage } from "#db/outage.ts";
import { isStorageAway } from "#features/files/storage/types.ts";
import { isDiskFull } from "#lib/disk-room.ts";
import type { Outcome } from "#lib/outcome.ts";
import { warnings } from "#lib/readiness.ts";
import { Refusal, slowDown } from "#lib/refusal.ts";

/** What a person is told of what was thrown: a "no", that all are busy, or that the database or the store of files is away. Null for a bug. */
export async function refusalOf(error: unknown): Promise<Refusal | null> {
  if (error instanceof Refusal) return error;
  if (isDiskFull(error)) return new Refusal("unavailable", DISK_FULL, { cause: error });
  if (isStorageAway(error)) return new Refusal("unavailable", STORAGE_AWAY, { cause: error });
  if (!isOutage(error)) return null;
  if (foundNoConnection(error)) return slowDown({ cause: error });
  const sentence =
    hasNoRoom(error) || (await warnings(["disk"])).some((why) => why.startsWith("disk: full")) ? DISK_FULL : AWAY;
  return new Refusal("unavailable", sentence, { cause: error });
}

/** What whoever wants to keep something is told. */
export const DISK_FULL =
  "Ổ đĩa của máy chủ đã đầy, chưa lưu được gì thêm. Hãy giữ trang này mở và báo ngay người quản trị hệ thống.";
const STORAGE_AWAY = "Kho tệp của máy chủ chưa trả lời. Hãy giữ trang này mở và thử lại sau ít phút.";
const AWAY = "Cơ sở dữ liệu của máy chủ chưa trả lời. Hãy giữ trang này mở và thử lại sau ít phút.";

/**
 * Inside, a "no" is thrown, which rolls a transaction back; at the edge it becomes a value, and so does an outage. Bugs
 * stay thrown.
 */
export async function outcomeOf<T>(work: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    const refusal = await refusalOf(error);
    if (refusal) {
      const { code, sentence, fields } = refusal;
      return { ok: false, code, sentence, ...(fields && { fields }) };
    }
    throw error;
  }
}
