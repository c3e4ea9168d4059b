import { createHmac, randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Settings } from "#lib/env.ts";
import { StartError } from "#lib/start-error.ts";

type Secret = {
  value: string;
  /** What the database knows it by; nothing can be made with it. */
  fingerprint: string;
  /** Writes down a secret that was just made, so that the next start has the same. */
  keep(): void;
};

/** The secret of the settings, else the one that was made for this DATA_DIR at its first start, else a new one. */
export function findSecret({ secret, dataDir }: Pick<Settings, "secret" | "dataDir">): Secret {
  const file = join(dataDir, "secret");
  if (secret !== undefined) return { value: secret, fingerprint: fingerprintOf(secret), keep: () => undefined };
  const kept = existsSync(file) ? readFileSync(file, "utf8").trim() : undefined;
  if (kept !== undefined && kept.length < 32) {
    throw new StartError(
      `The secret in ${file} is damaged: delete the file to have a new one made; everybody then signs in again.`,
    );
  }
  const value = kept ?? randomBytes(32).toString("hex");
  const keep = () => kept ?? writeFileSync(file, value, { mode: 0o600, flush: true });
  return { value, fingerprint: fingerprintOf(value), keep };
}

function fingerprintOf(secret: string): string {
  return createHmac("sha256", secret).update("toa-soan: which secret this is").digest("hex").slice(0, 32);
}
