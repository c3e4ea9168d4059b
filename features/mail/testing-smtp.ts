import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { createServer, type Server, type Socket } from "node:net";
import { createInterface } from "node:readline";

type Received = { from: string; to: string[]; source: string };
type Answers = Partial<Record<"RCPT" | "DATA" | "AUTH", string>>;

/** A mail server that keeps what it takes. */
export type MailServer = {
  url: string;
  received: Received[];
  /** What it says to a command instead of yes. */
  answers: Answers;
  stop(): Promise<void>;
};

/** A real server on a free port of this machine, which speaks as much of SMTP (RFC 5321) as it takes to hand a message over. */
export async function aMailServer(): Promise<MailServer> {
  const received: Received[] = [];
  const answers: Answers = {};
  const open = new Set<Socket>();
  const server: Server = createServer((socket) => {
    open.add(socket);
    socket.on("error", () => undefined).on("close", () => open.delete(socket));
    talk(socket, received, answers);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    ...{ received, answers },
    async stop() {
      server.close();
      for (const socket of open) socket.destroy();
      if (server.listening) await once(server, "close");
    },
  };
}

function talk(socket: Socket, received: Received[], answers: Answers): void {
  let now: Received = { from: "", to: [], source: "" };
  let isData = false;
  const say = (line: string) => socket.write(`${line}\r\n`);
  say("220 test ESMTP");
  createInterface({ input: socket }).on("line", (line) => {
    if (isData && line !== ".") {
      now.source += `${line.replace(/^\./, "")}\r\n`;
      return;
    }
    if (isData) {
      isData = false;
      if (!answers.DATA) received.push(now);
      say(answers.DATA ?? "250 taken");
      return;
    }
    const address = /<([^>]*)>/.exec(line)?.[1] ?? "";
    const verb = line.slice(0, 4).toUpperCase();
    if (verb === "EHLO") return void socket.write("250-test\r\n250-SMTPUTF8\r\n250 AUTH PLAIN\r\n");
    if (verb === "MAIL") now = { from: address, to: [], source: "" };
    if (verb === "RCPT" && !answers.RCPT) now.to.push(address);
    if (verb === "DATA") isData = true;
    if (verb === "DATA") return void say("354 go on");
    say(verb === "AUTH" ? (answers.AUTH ?? "235 in") : verb === "RCPT" ? (answers.RCPT ?? "250 yes") : "250 yes");
  });
}
