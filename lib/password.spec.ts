import { argon2Sync } from "node:crypto";
import { expect, test } from "vitest";
import { hashPassword, isPassword } from "./password.ts";

test("a password is known again, and another is not", async () => {
  const phc = await hashPassword("con mèo mướp ngủ");
  expect(phc).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[^$=]{22}\$[^$=]{43}$/);
  expect(await isPassword("con mèo mướp ngủ", phc)).toBe(true);
  expect(await isPassword("con mèo mướp ngu", phc)).toBe(false);
});

test("composed and decomposed letters are the same password, both ways", async () => {
  const words = "Đường Nguyễn Huệ";
  expect(await isPassword(words.normalize("NFD"), await hashPassword(words))).toBe(true);
  expect(await isPassword(words, await hashPassword(words.normalize("NFD")))).toBe(true);
});

test("blanks count: at the ends and inside", async () => {
  const phc = await hashPassword(" hai  dấu cách ");
  expect(await isPassword("hai dấu cách", phc)).toBe(false);
  expect(await isPassword(" hai  dấu cách ", phc)).toBe(true);
});

test("the same password never gives the same hash", async () => {
  expect(await hashPassword("một hai ba bốn")).not.toBe(await hashPassword("một hai ba bốn"));
});

test("a hash of another cost is still known", async () => {
  const nonce = Buffer.alloc(16, 7);
  const hash = argon2Sync("argon2id", {
    message: "giá cũ",
    nonce,
    memory: 64,
    passes: 1,
    parallelism: 1,
    tagLength: 16,
  });
  const text = (bytes: Buffer) => bytes.toString("base64").replaceAll("=", "");
  expect(await isPassword("giá cũ", `$argon2id$v=19$m=64,t=1,p=1$${text(nonce)}$${text(hash)}`)).toBe(true);
});

test("nobody's password takes as long as somebody's, and is never right", async () => {
  const phc = await hashPassword("một hai ba bốn");
  // Processor time, and the least of several by turns: others may want the machine, too.
  const took = async (kept: string | null) => {
    const before = process.cpuUsage();
    expect(await isPassword("", kept)).toBe(false);
    const { user, system } = process.cpuUsage(before);
    return user + system;
  };
  let [somebody, nobody] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let turn = 0; turn < 9; turn += 1) {
    somebody = Math.min(somebody, await took(phc));
    nobody = Math.min(nobody, await took(null));
  }
  expect(nobody / somebody).toBeGreaterThan(0.5);
  expect(nobody / somebody).toBeLessThan(2);
});
