import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { StartError } from "#lib/start-error.ts";

/** The secret that was made for this DATA_DIR at its first start. */
export function keptSecret(dataDir: string): string {
  const file = join(dataDir, "secret");
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString("hex"), { mode: 0o600, flush: true });
  const secret = readFileSync(file, "utf8").trim();
  if (secret.length < 32) {
    throw new StartError(
      `The secret in ${file} is damaged: delete the file to have a new one made; everybody then signs in again.`,
    );
  }
  return secret;
}
