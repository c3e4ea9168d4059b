/** One line per happening, for whoever runs the server. Words of articles and people's secrets stay out of it. */
export const log = {
  info: (sentence: string) => write(process.stdout, "info", sentence),
  warn: (sentence: string) => write(process.stderr, "warn", sentence),
  /** A bug or an outage: the whole error, with its causes and stack. */
  error: (sentence: string, error?: unknown) => write(process.stderr, "error", sentence, error),
};

function write(to: NodeJS.WriteStream, level: string, sentence: string, error?: unknown): void {
  const cause = error === undefined ? "" : ` ${inOneLine(error)}`;
  const line = `${sentence}${cause}`.replace(ONE_TIME, "$1…");
  to.write(`${new Date().toISOString()} ${level} ${line}\n`);
}

/** What follows in the address of a one-time link is a secret, also where a mail program has put it into the path. */
const ONE_TIME = /(\/login\/one-time)[^\s"'),;|]+/g;

function inOneLine(error: unknown): string {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const cause = error instanceof Error && error.cause !== undefined ? ` because ${inOneLine(error.cause)}` : "";
  return text.replace(/\s*\n\s*/g, " | ") + cause;
}
