/** Why one file was not imported: an English sentence for the operator, with the line it speaks of where there is one. */
export class NotImported extends Error {
  override name = "NotImported";
  readonly reason: string;
  /** Counted from 1, as editors do; null when the whole file is meant. */
  readonly line: number | null;

  constructor(reason: string, line: number | null = null, options?: ErrorOptions) {
    super(line === null ? reason : `line ${line}: ${reason}`, options);
    this.reason = reason;
    this.line = line;
  }
}
