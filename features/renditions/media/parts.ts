/** A file that is too large to be handed over whole: of which so much is read as somebody asks for. */
export type Parts = {
  /** In bytes. */
  size: number;
  /** @param first @param last numbers of bytes, both read */
  read(first: number, last: number): Promise<Buffer>;
};

/** The most that is read of a file at once, and in all, in bytes: the tables of a film of three hours take 30 MB. */
export const MOST_AT_ONCE = 4 * 1024 * 1024;
export const MOST_READ = 256 * 1024 * 1024;
