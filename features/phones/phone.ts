import { fingerprint, newToken } from "#features/accounts/fingerprint.ts";
import { phoneUploadsPath } from "#features/addresses/desk.ts";
import { writes } from "#features/roles/roles.ts";
import type { Staff } from "#features/sessions/actor.ts";
import { staffOfSession } from "#features/sessions/store.ts";
import { answerUploader } from "#features/uploads/door.ts";
import { Refusal } from "#lib/refusal.ts";
import { broughtBy, endPhone, noteBrought, openPhone, phoneOfSession, phoneOfToken } from "./store.ts";

type Opened = {
  id: number;
  /** What the phone has to hold; kept nowhere. */
  token: string;
  expiresAt: Date;
};

/**
 * Lets a phone bring pictures for somebody, for half an hour at most and no longer than their session. Whatever was opened in
 * this session before ends.
 *
 * @throws {Refusal} `not_allowed` without a role that writes
 */
export async function letPhoneIn(staff: Pick<Staff, "sessionId" | "siteId" | "grants">): Promise<Opened> {
  if (!writes(staff)) throw new Refusal("not_allowed", NOT_YOURS);
  const token = newToken();
  const { sessionId, siteId } = staff;
  return { token, ...(await openPhone({ sessionId, siteId, tokenHash: fingerprint(token) })) };
}

/**
 * What somebody's phone has brought so far, by the hashes of the files, and whether more may come.
 *
 * @throws {Refusal} `not_found` for a phone that was not opened in this session
 */
export async function whatPhoneBrought({ sessionId }: Pick<Staff, "sessionId">, id: number) {
  const phone = await phoneOfSession(id, sessionId);
  if (!phone) throw new Refusal("not_found", NO_PHONE);
  return { files: await broughtBy(id), isOpen: phone.isOpen };
}

/** Whatever the phone still sends is refused from now on. One that has ended has ended. */
export const sendPhoneAway = ({ sessionId }: Pick<Staff, "sessionId">, id: number): Promise<void> =>
  endPhone(id, sessionId);

/**
 * For whom a phone brings pictures.
 *
 * @throws {Refusal} `not_found` where its secret opens nothing any more: it has run out, its editor was closed, or its person
 *   has signed out or may write no longer
 */
export async function ownerOfPhone(token: string): Promise<Staff & { phoneId: number }> {
  const phone = await phoneOfToken(fingerprint(token));
  const staff = phone && (await staffOfSession(phone.sessionId, phone.siteId));
  if (!staff || !writes(staff)) throw new Refusal("not_found", GONE);
  return { ...staff, phoneId: phone.id };
}

/** Answers what a phone asks by the tus protocol, as for its owner, and notes what it has brought. @throws {Refusal} as `ownerOfPhone` and `answerUploader` */
export async function answerPhone(token: string, request: Request): Promise<Response> {
  const { phoneId, ...staff } = await ownerOfPhone(token);
  return answerUploader(staff, request, {
    path: phoneUploadsPath,
    onFile: (sha256) => noteBrought(phoneId, sha256),
  });
}

const NOT_YOURS = "Chỉ người viết, biên tập viên và người duyệt của trang này được đưa ảnh từ điện thoại vào bài.";
const NO_PHONE = "Không có lần lấy ảnh từ điện thoại này. Hãy mở lại mã trên máy tính.";
const GONE =
  "Mã này không còn dùng được: đã quá 30 phút, hoặc cửa sổ lấy ảnh trên máy tính đã đóng. Hãy mở lại mã trên máy tính rồi quét lần nữa.";
