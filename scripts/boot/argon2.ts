import * as crypto from "node:crypto";
import { StartError } from "#lib/start-error.ts";

/** Passwords are kept with argon2id, which came into Node with version 24.7. */
export function refuseOldNode(): void {
  if ("argon2" in crypto) return;
  throw new StartError(
    `The newest Node here is ${process.versions.node}, without argon2, which keeps the passwords: install Node 24.7 or later from https://nodejs.org and start again.`,
  );
}
