import { createHash } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { transaction } from "#db/transaction.ts";
import { forgetOld } from "#features/forgetting/forget-old.ts";
import { oneOffice } from "#features/moves/testing-office.ts";
import { signOut } from "#features/sessions/commands.ts";
import { openSession, staffOfSession } from "#features/sessions/store.ts";
import { aPicture, oneDataDir, uploaderAt } from "#features/uploads/testing.ts";
import { answerPhone, letPhoneIn, ownerOfPhone, sendPhoneAway, whatPhoneBrought } from "./phone.ts";

const { office, rows, bend } = oneOffice();
oneDataDir();

async function signedIn(person = office.reporter) {
  const { personId: id } = person;
  const [{ hash: passwordHash }] = await rows("select password_hash as hash from people where id = $1", [id]);
  const sessionId = await transaction((tx) => openSession(tx, { id, passwordHash }));
  if (sessionId === null) throw new Error("the session did not begin");
  const staff = await staffOfSession(sessionId, office.siteId);
  if (!staff) throw new Error("nobody is signed in");
  return staff;
}

const sha256 = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");
const atPhone = (token: string) => uploaderAt((request) => answerPhone(token, request), "/api/phone/uploads");
const GONE = { code: "not_found", message: expect.stringContaining("Mã này không còn dùng được") };

let staff: Awaited<ReturnType<typeof signedIn>>;
beforeEach(async () => {
  staff = await signedIn();
});

test("a phone brings pictures for whoever let it in, who is told of them in their order, once each", async () => {
  const { id, token, expiresAt } = await letPhoneIn(staff);
  expect(expiresAt.getTime() - Date.now()).toBeGreaterThan(29 * 60_000);
  expect(await ownerOfPhone(token)).toMatchObject({ personId: staff.personId, name: staff.name });
  const [one, two] = [aPicture(), aPicture()];
  const answer = await atPhone(token).bring(one, "IMG_0001.jpg");
  expect([answer.status, answer.headers.get("toasoan-file")]).toEqual([200, sha256(one)]);
  await atPhone(token).bring(two);
  await atPhone(token).bring(one);
  expect(await whatPhoneBrought(staff, id)).toEqual({ files: [sha256(one), sha256(two)], isOpen: true });
  const [file] = await rows("select uploaded_by, name from files where sha256 = $1", [sha256(one)]);
  expect(file).toEqual({ uploaded_by: staff.personId, name: "IMG_0001.jpg" });
});

test("the secret of a phone is kept nowhere", async () => {
  const { token } = await letPhoneIn(staff);
  expect(JSON.stringify(await rows("select * from phones"))).not.toContain(token);
});

test("a phone is for one editor: another one, or its end, sends the one before away", async () => {
  const first = await letPhoneIn(staff);
  const second = await letPhoneIn(staff);
  await expect(ownerOfPhone(first.token)).rejects.toMatchObject(GONE);
  expect(await whatPhoneBrought(staff, first.id)).toMatchObject({ isOpen: false });
  const upload = await atPhone(second.token).begin(300_000);
  await sendPhoneAway(staff, second.id);
  await sendPhoneAway(staff, second.id);
  const bytes = new Uint8Array(aPicture());
  await expect(atPhone(second.token).send(upload, 0, bytes)).rejects.toMatchObject(GONE);
});

test("what came before its editor was closed is told once more", async () => {
  const { id, token } = await letPhoneIn(staff);
  const picture = aPicture();
  await atPhone(token).bring(picture);
  await sendPhoneAway(staff, id);
  expect(await whatPhoneBrought(staff, id)).toEqual({ files: [sha256(picture)], isOpen: false });
});

test("a phone is refused after half an hour", async () => {
  const { id, token } = await letPhoneIn(staff);
  await rows(
    "update phones set opened_at = now() - interval '31 minutes', expires_at = now() - interval '1 minute' where id = $1",
    [id],
  );
  await expect(ownerOfPhone(token)).rejects.toMatchObject(GONE);
  expect(await whatPhoneBrought(staff, id)).toMatchObject({ isOpen: false });
});

test("a phone ends with its person: signed out, switched off, or with nothing left to write", async () => {
  const signedOut = await letPhoneIn(staff);
  await signOut(staff.sessionId);
  await expect(ownerOfPhone(signedOut.token)).rejects.toMatchObject(GONE);
  const editor = await signedIn(office.editor);
  const roleless = await letPhoneIn(editor);
  await bend("update grants set ended_at = now() where person_id = $1", [office.editor.personId]);
  await expect(ownerOfPhone(roleless.token)).rejects.toMatchObject(GONE);
});

test("nobody is let in who writes nothing, and nobody else learns what a phone has brought", async () => {
  const admin = await signedIn(office.admin);
  await expect(letPhoneIn(admin)).rejects.toMatchObject({ code: "not_allowed" });
  const { id, token } = await letPhoneIn(staff);
  const approver = await signedIn(office.approver);
  await expect(whatPhoneBrought(approver, id)).rejects.toMatchObject({ code: "not_found" });
  await sendPhoneAway(approver, id);
  expect(await ownerOfPhone(token)).toMatchObject({ phoneId: id });
  for (const guessed of ["", "x", token.slice(1), `${token}a`])
    await expect(ownerOfPhone(guessed)).rejects.toMatchObject(GONE);
});

test("phones are forgotten with their session", async () => {
  const { id, token } = await letPhoneIn(staff);
  await atPhone(token).bring(aPicture());
  const longAgo = "now() - interval '200 days'";
  await bend(
    `update sessions set created_at = ${longAgo}, expires_at = ${longAgo}, last_seen_at = ${longAgo} where id = $1`,
    [staff.sessionId],
  );
  await signedIn();
  await forgetOld();
  expect(await rows("select id from phones where id = $1", [id])).toEqual([]);
  expect(await rows("select phone_id from phone_pictures where phone_id = $1", [id])).toEqual([]);
});
