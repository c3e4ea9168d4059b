/** Addresses of the staff side: the desk, and the way into it. Nobody else puts one together. */
export const deskPath = "/desk";
export const documentsPath = "/desk/documents";
export const batchesPath = "/desk/batches";
export const pagesPath = "/desk/pages";
export const ownSitePath = "/desk/site";
export const peoplePath = "/desk/people";
/** Messages of a site, as administrators see them. */
export const outboxPath = "/desk/outbox";
export const accountPath = "/desk/account";
/** Somebody's own messages. */
export const ownMailPath = "/desk/account/mail";
export const loginPath = "/login";
export const passwordPath = "/login/password";
/** Its secret stands behind the `#`, which no server is told. */
export const oneTimePath = "/login/one-time";

/** Where a text is written, or whatever else can be done with its document. */
export const documentPath = (number: number | string, said: Said = {}) => saying(`${documentsPath}/${number}`, said);
export const reviewPath = (number: number | string, said: Said = {}) =>
  saying(`${documentsPath}/${number}/review`, said);
export const previewPath = (number: number | string, said: Said = {}) =>
  saying(`${documentsPath}/${number}/preview`, said);
export const batchPath = (id: number | string, said: Said = {}) => saying(`${batchesPath}/${id}`, said);

/** What an address says behind its `?`; what is left open is left out. */
type Said = Readonly<Record<string, string | number | null | undefined>>;

export function saying(path: string, said: Said): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(said)) {
    if (value !== null && value !== undefined) query.set(name, String(value));
  }
  return query.size === 0 ? path : `${path}?${query}`;
}

/** Below these lies all of the staff side: pages, and what machines call. */
export const STAFF_ROOTS = [deskPath, loginPath, "/api"] as const;

/** Whether an address is the staff side's; it may have a query. Everything else is for readers. */
export const isForStaff = (url: string): boolean =>
  STAFF_ROOTS.some((root) => url.startsWith(root) && /^(?:[/?]|$)/.test(url.slice(root.length)));

/** Whether it is one that somebody signs in to see: the desk, and the page where people change their password. */
export const isSeenSignedIn = (path: string): boolean => /^\/(?:desk(?:\/|$)|login\/password$)/.test(path);
