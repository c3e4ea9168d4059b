import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { createServer, type Server, type Socket } from "node:net";
import { createInterface } from "node:readline";
import { TLSSocket } from "node:tls";
import { NOBODYS_CERTIFICATE } from "./testing-certificate.ts";

type Received = { from: string; to: string[]; source: string };

/** What it does instead of answering: nothing; hanging up; saying a word now and then, and never the last one. */
export const [SILENT, GONE, ENDLESS] = ["(silent)", "(gone)", "(endless)"] as const;

/** `CONNECT` is its greeting, `DATA` what it says of a whole message. */
type Moment = "CONNECT" | "EHLO" | "MAIL" | "RCPT" | "DATA" | "AUTH";
type Answers = Partial<Record<Moment, string>>;

/** A mail server that keeps what it takes. */
export type MailServer = {
  url: string;
  received: Received[];
  /** What it says to a command instead of yes. */
  answers: Answers;
  /** Every line that it was told, outside of messages. */
  told: string[];
  /** How many connections there are. */
  open(): number;
  stop(): Promise<void>;
};

/**
 * A real server on a free port of this machine, which speaks as much of SMTP (RFC 5321) as it takes to hand a message over.
 *
 * @param withTls whether it can encrypt (RFC 3207), with a certificate that nobody trusts
 */
export async function aMailServer({ withTls = false } = {}): Promise<MailServer> {
  const post = { received: [] as Received[], answers: {} as Answers, told: [] as string[] };
  const open = new Set<Socket>();
  const server: Server = createServer((socket) => {
    open.add(socket);
    socket.on("error", () => undefined).on("close", () => open.delete(socket));
    talk(socket, post, { withTls, greets: true });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    ...post,
    open: () => open.size,
    async stop() {
      server.close();
      for (const socket of open) socket.destroy();
      if (server.listening) await once(server, "close");
    },
  };
}

type Post = Pick<MailServer, "received" | "answers" | "told">;

function talk(socket: Socket, post: Post, { withTls, greets }: { withTls: boolean; greets: boolean }): void {
  const { received, answers, told } = post;
  let now: Received = { from: "", to: [], source: "" };
  let isData = false;
  const say = (moment: Moment | null, yes: string) => answer(socket, (moment && answers[moment]) ?? yes);
  if (greets) say("CONNECT", "220 test ESMTP");
  const lines = createInterface({ input: socket });
  lines.on("line", (line) => {
    if (isData && line !== ".") {
      now.source += `${line.replace(/^\./, "")}\r\n`;
      return;
    }
    if (isData) {
      isData = false;
      if (!answers.DATA) received.push(now);
      return say("DATA", "250 taken");
    }
    told.push(line);
    const address = /<([^>]*)>/.exec(line)?.[1] ?? "";
    const verb = line.slice(0, 4).toUpperCase();
    if (verb === "STAR") {
      lines.close();
      socket.removeAllListeners("data");
      socket.write("220 go on\r\n");
      const secured = new TLSSocket(socket, { isServer: true, ...NOBODYS_CERTIFICATE });
      secured.on("error", () => undefined);
      return talk(secured, post, { withTls: false, greets: false });
    }
    if (verb === "EHLO")
      return say("EHLO", `250-test\r\n250-SMTPUTF8\r\n${withTls ? "250-STARTTLS\r\n" : ""}250 AUTH PLAIN`);
    if (verb === "MAIL") now = { from: address, to: [], source: "" };
    if (verb === "RCPT" && !answers.RCPT) now.to.push(address);
    if (verb === "DATA") isData = true;
    if (verb === "DATA") return say(null, "354 go on");
    say(verb === "AUTH" || verb === "MAIL" || verb === "RCPT" ? verb : null, verb === "AUTH" ? "235 in" : "250 yes");
  });
}

function answer(socket: Socket, line: string): void {
  if (line === SILENT) return;
  if (line === GONE) return void socket.destroy();
  if (line !== ENDLESS) return void socket.write(`${line}\r\n`);
  const drops = setInterval(() => socket.write("250-and more\r\n"), 20);
  socket.once("close", () => clearInterval(drops));
}
