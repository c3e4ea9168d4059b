import { randomInt } from "node:crypto";

/**
 * A random password that can be read over a telephone: five groups of four letters and digits, without those that look
 * alike. 20 of 31 signs are 99 bits.
 */
export function spokenPassword(): string {
  const signs = "abcdefghjkmnpqrstuvwxyz23456789";
  const group = () => Array.from({ length: 4 }, () => signs[randomInt(signs.length)]).join("");
  return Array.from({ length: 5 }, group).join("-");
}
