import type { Settings } from "#lib/env.ts";
import { isLoopback } from "#lib/env.ts";
import { log } from "#lib/log.ts";
import words from "#messages/vi/mail.json" with { type: "json" };
import type { Letter } from "./letter.ts";

type Server = NonNullable<Settings["mail"]>;

/** How long is waited for a connection, for a greeting, and for each answer, in milliseconds. */
const WAITS = { connectionTimeout: 10_000, greetingTimeout: 10_000, dnsTimeout: 10_000, socketTimeout: 20_000 };

/** Hands a message to the mail server. @throws when it does not take it */
export async function deliver({ id, to, subject, text, html }: Letter, { url, from }: Server): Promise<void> {
  // Only the process that sends has use for it, and only then.
  const { createTransport } = await import("nodemailer");
  const transport = createTransport({
    ...{ url, ...WAITS },
    // A password does not travel in the open, but on this machine.
    requireTLS: new URL(url).username !== "" && !isLoopback(url),
    ...{ disableFileAccess: true, disableUrlAccess: true },
  });
  try {
    await transport.sendMail({
      ...{ from, to, subject, text, html },
      messageId: `<${id}>`,
      headers: { "Auto-Submitted": "auto-generated" },
    });
  } finally {
    transport.close();
  }
}

type Failure = { code?: unknown; responseCode?: unknown; command?: unknown };

/** What administrators are told of a failed try. The server's own words may hold names and addresses: they are kept nowhere. */
export function troubleOf(error: unknown): string {
  const { code, responseCode, command } = (error ?? {}) as Failure;
  log.warn(`A message was not taken by the mail server: ${[code, responseCode, command].filter(Boolean).join(" ")}`);
  const sentence = words.trouble[SENTENCES[String(code)] ?? "other"];
  if (typeof responseCode !== "number") return sentence;
  return words.trouble.code.replace("{sentence}", sentence).replace("{code}", String(responseCode));
}

/** By nodemailer's names. */
const SENTENCES: Readonly<Record<string, Exclude<keyof typeof words.trouble, "code">>> = {
  EAUTH: "login",
  ENOAUTH: "login",
  EENVELOPE: "address",
  ECONNECTION: "connection",
  ECONNREFUSED: "connection",
  ESOCKET: "connection",
  ETIMEDOUT: "connection",
  EDNS: "connection",
  ETLS: "tls",
  EMESSAGE: "refused",
  EPROTOCOL: "refused",
};
