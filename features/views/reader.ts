/** Who counts, as far as that is looked at. */
export type Reader = {
  userAgent: string | null;
  /** The address that the front has seen. */
  address: string;
};

/** Of a request that the front has passed on. */
export const readerOf = (headers: Headers): Reader => ({
  userAgent: headers.get("user-agent"),
  address: headers.get("x-forwarded-for") ?? "",
});
