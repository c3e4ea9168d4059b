/** One line per happening, for whoever runs the server. Words of articles and people's secrets stay out of it. */
export const log = {
  info: (sentence: string) => write(process.stdout, "info", sentence),
  warn: (sentence: string) => write(process.stderr, "warn", sentence),
  /** A bug or an outage: the whole error, with its causes and stack. */
  error: (sentence: string, error?: unknown) => write(process.stderr, "error", sentence, error),
};

function write(to: NodeJS.WriteStream, level: string, sentence: string, error?: unknown): void {
  const cause = error === undefined ? "" : ` ${inOneLine(error)}`;
  to.write(`${new Date().toISOString()} ${level} ${sentence}${cause}\n`);
}

function inOneLine(error: unknown): string {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const cause = error instanceof Error && error.cause !== undefined ? ` because ${inOneLine(error.cause)}` : "";
  return text.replace(/\s*\n\s*/g, " | ") + cause;
}
