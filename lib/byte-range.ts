import { parse } from "range-parser";

type Asked = { method: string; range: string | null | undefined; ifRange: string | null | undefined };

/**
 * The range that a request asks for, both ends counted from 0 and both sent; "none" where it lies outside; undefined: all, also
 * where it cannot be read, or asks for several. Source: RFC 9110, 13.1.5 and 14.2.
 */
export function rangeOf({ method, range, ifRange }: Asked, size: number, etag: string) {
  if (method !== "GET" || range === undefined || range === null) return undefined;
  if (ifRange !== undefined && ifRange !== null && ifRange !== etag) return undefined;
  const { code, type, ranges } = parse(size, range);
  if (type !== "bytes" || (code & UNREADABLE) !== 0 || ranges.length > 1) return undefined;
  return ranges[0] ?? "none";
}

/** Source: range-parser 2.0, dist/index.js. */
const UNREADABLE = 1;
