import { once } from "node:events";
import { connect, type Socket } from "node:net";
import type { Settings } from "#lib/env.ts";
import { isLoopback } from "#lib/env.ts";
import { log } from "#lib/log.ts";
import words from "#messages/vi/mail.json" with { type: "json" };
import type { Letter } from "./letter.ts";

type Server = NonNullable<Settings["mail"]>;

/** How long is waited for a connection, for a greeting, and for each answer, in milliseconds. */
const CONNECTING_MS = 10_000;
const WAITS = { greetingTimeout: 10_000, socketTimeout: 20_000 };
/** How long a message may take in all. Less than its job may: one that is tried again is in no other hands. */
const LONGEST_MS = 60_000;

/** Hands a message to the mail server. @throws when it does not take it, or not within `withinMs` milliseconds */
export async function deliver(letter: Letter, { url, from }: Server, withinMs = LONGEST_MS): Promise<void> {
  const { id, to, subject, text, html } = letter;
  // Only the process that sends has use for it, and only then.
  const { createTransport } = await import("nodemailer");
  const over = AbortSignal.timeout(withinMs);
  const server = serverAt(url);
  const connection = await connectedTo(server, over);
  try {
    // Said one by one: beside an address nodemailer passes over everything else that it is told.
    const transport = createTransport({
      ...{ ...server, connection, ...WAITS, ...secrecyTo(url) },
      ...{ disableFileAccess: true, disableUrlAccess: true },
    });
    const sent = transport.sendMail({
      ...{ from, to, subject, text, html },
      messageId: `<${id}>`,
      headers: { "Auto-Submitted": "auto-generated" },
    });
    await Promise.race([sent, once(over, "abort").then(() => over.throwIfAborted())]);
  } catch (error) {
    throw over.aborted ? new Trouble("slow", error) : error;
  } finally {
    connection.destroy();
  }
}

type At = { host: string; port: number; secure: boolean; auth?: { user: string; pass: string } };

function serverAt(url: string): At {
  const { hostname, port, protocol, username, password } = new URL(url);
  const secure = protocol === "smtps:";
  return {
    host: hostname.replace(/^\[(.*)\]$/, "$1"),
    port: Number(port) || (secure ? 465 : 587),
    secure,
    ...(username === "" ? {} : { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
  };
}

/** A connection that ends with the time that a message has: a server that says a word now and then would hold it for ever. */
async function connectedTo({ host, port }: At, over: AbortSignal): Promise<Socket> {
  const socket = connect({ host, port, signal: over });
  socket.on("error", () => undefined);
  try {
    await once(socket, "connect", { signal: AbortSignal.any([over, AbortSignal.timeout(CONNECTING_MS)]) });
  } catch (error) {
    socket.destroy();
    throw new Trouble("connection", error);
  }
  return socket;
}

/**
 * A password travels to the server that is named, and not in the open. Without one, or on this machine, what is said is
 * hidden where the server can do that, whoever it says it is: a stranger in between could as well say that it cannot.
 */
function secrecyTo(url: string) {
  const { protocol, username } = new URL(url);
  const anyones = isLoopback(url) || (protocol === "smtp:" && username === "");
  return anyones ? { tls: { rejectUnauthorized: false } } : { requireTLS: true };
}

type Why = Exclude<keyof typeof words.trouble, "code">;

/** A failure that is known by where it happened. */
class Trouble extends Error {
  readonly why: Why;
  constructor(why: Why, cause: unknown) {
    super(`The mail server was not reached: ${why}.`, { cause });
    this.why = why;
  }
}

type Failure = { code?: unknown; responseCode?: unknown; command?: unknown };

/** What administrators are told of a failed try. The server's own words may hold names and addresses: they are kept nowhere. */
export function troubleOf(error: unknown): string {
  const { code, responseCode, command } = (error ?? {}) as Failure;
  const why = whyOf(error);
  const said = [why, code, responseCode, command].filter(Boolean).join(" ");
  log.warn(`A message was not taken by the mail server: ${said}`);
  const sentence = words.trouble[why];
  if (typeof responseCode !== "number") return sentence;
  return words.trouble.code.replace("{sentence}", sentence).replace("{code}", String(responseCode));
}

function whyOf(error: unknown): Why {
  if (error instanceof Trouble) return error.why;
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
  // nodemailer has one code for whatever goes wrong on a connection.
  if (code === "ESOCKET" && /certificate|altname|\bssl\b|\btls\b/i.test(String(message))) return "tls";
  if (code === undefined && /^Unexpected socket close/.test(String(message))) return "broken";
  return WHYS[String(code)] ?? "other";
}

/** By nodemailer's names. */
const WHYS: Readonly<Record<string, Why>> = {
  EAUTH: "login",
  ENOAUTH: "login",
  EENVELOPE: "address",
  ECONNECTION: "broken",
  ESOCKET: "broken",
  ETIMEDOUT: "slow",
  ETLS: "tls",
  EMESSAGE: "refused",
  EPROTOCOL: "refused",
};
