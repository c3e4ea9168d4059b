/**
 * What a dead job's reason is about. What programs say at their failure is English and meant for programmers; an
 * administrator is told in words of ours what to look at, and may read the rest beneath.
 */
export type ReasonKind = keyof typeof SAYS;

/** The first that fits. */
const SAYS = {
  disk: /no space left|ENOSPC|could not extend file|disk full/i,
  files: /the store of files|Nothing lies under/,
  late: /handler execution exceeded|job timed out|statement timeout|query read timeout|did not answer within/i,
  database:
    /terminating connection|connection terminated|server closed the connection|the database|too many clients|deadlock detected|lock timeout|permission denied for|relation ".+" does not exist/i,
  network: /ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENOTFOUND|EHOSTUNREACH|EAI_AGAIN|getaddrinfo|socket hang up|certificate/,
  other: /(?:)/,
} as const;

/** @param reason what the last try said */
export function kindOfReason(reason: string): ReasonKind {
  return (Object.keys(SAYS) as ReasonKind[]).find((kind) => SAYS[kind].test(reason)) ?? "other";
}
