import { isbot } from "isbot";

/** Who counts, as far as that is looked at. */
export type Reader = {
  userAgent: string | null;
  /** The address that the front has seen. */
  address: string;
};

/** Whether it may be a person: what says that it is a robot, or nothing of itself, counts nothing. */
export const isPerson = ({ userAgent }: Reader): boolean => userAgent !== null && userAgent !== "" && !isbot(userAgent);

/** Of a request that the front has passed on. */
export const readerOf = (headers: Headers): Reader => ({
  userAgent: headers.get("user-agent"),
  address: headers.get("x-forwarded-for") ?? "",
});
