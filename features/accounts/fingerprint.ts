import { createHash, randomBytes } from "node:crypto";

/** A secret for a cookie or a link: 256 random bits. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

/** What the database keeps of a secret or of somebody's address: enough to know it again. SHA-256, hex. */
export function fingerprint(...parts: readonly (string | number)[]): string {
  return createHash("sha256").update(parts.join("\n")).digest("hex");
}
