import { LAST_ID } from "#lib/whole.ts";
import { isForPrograms } from "./machines.ts";

// Addresses of the staff side: the desk, the way into it, and what scripts ask. Nobody else puts one together.

/** Below it lies what scripts and machines ask. */
const API_ROOT = "/api";

export const deskPath = "/desk";
export const documentsPath = "/desk/documents";
/** The library of pictures and files. */
export const libraryPath = "/desk/files";
export const batchesPath = "/desk/batches";
export const pagesPath = "/desk/pages";
/** The papers of a site (văn bản). */
export const papersOfDeskPath = "/desk/papers";
/** The work calendars of a site's leaders (lịch công tác). */
export const weeksOfDeskPath = "/desk/weeks";
/** The topics of a site. */
export const topicsPath = "/desk/topics";
/** Where is chosen what stands in one. @param page of the articles that stand in it, from 1 */
export const topicPath = (number: number, page = 1) =>
  saying(`${topicsPath}/${number}`, { page: page === 1 ? null : page });
/** What stands above all pages of a site until an hour. */
export const bannersPath = "/desk/banners";
/** What citizens have asked. */
export const questionsOfDeskPath = (said: { which?: "all" } = {}) => saying("/desk/questions", said);
export const questionPath = (id: number) => `${questionsOfDeskPath()}/${id}`;
export const ownSitePath = "/desk/site";
/** What the sections of a site are called, and where they stand. */
export const sectionsPath = "/desk/sections";
/** How the pages that list articles are arranged, and what stands there. */
export const frontsPath = "/desk/fronts";
/** @param sectionId null is the site's own front */
export const frontPath = (sectionId: number | null) => `${frontsPath}/${sectionId ?? "home"}`;
/** @param at "30/11/2026 18:00"; without it, now */
export const frontPreviewPath = (sectionId: number | null, asked: { at?: string } = {}) =>
  saying(`${frontPath(sectionId)}/preview`, asked);
/** Of which section a front is that an address names, null for the site's own; undefined where it names none. */
export function placeAsked(place: string): number | null | undefined {
  if (place === "home") return null;
  const id = /^[1-9]\d{0,9}$/.test(place) ? Number(place) : Number.NaN;
  return id <= LAST_ID ? id : undefined;
}

/** Every part that readers' pages are made of. */
export const designPath = "/desk/design";
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
/** The page of a phone that brings pictures; its secret stands behind the `#`, too. */
export const phonePagePath = "/login/phone";

/** Where a text is written, or whatever else can be done with its document. */
export const documentPath = (number: number | string, said: Said = {}) => saying(`${documentsPath}/${number}`, said);
export const reviewPath = (number: number | string, said: Said = {}) =>
  saying(`${documentsPath}/${number}/review`, said);
export const previewPath = (number: number | string, said: Said = {}) =>
  saying(`${documentsPath}/${number}/preview`, said);
/** Where several files of the library are said the same of. */
export const manyFilesPath = `${libraryPath}/many`;
/** What was put away, and comes back until it ends. */
export const binPath = (said: Said = {}) => saying(`${libraryPath}/bin`, said);
/** Where a file is replaced. @param next the SHA-256 of the one that shall stand in its place, where it was chosen */
export const replaceFilePath = (sha256: string, next = "") =>
  saying(`${libraryPath}/${sha256}/replace`, { next: next || null });
/** What a file of the library is, and where it is used. */
export const libraryFilePath = (sha256: string, said: Said = {}) => saying(`${libraryPath}/${sha256}`, said);
export const batchPath = (id: number | string, said: Said = {}) => saying(`${batchesPath}/${id}`, said);

/** Whether the product is ready, for whoever watches it. */
export const healthPath = `${API_ROOT}/health`;
/** What readers are offered while they type what they look for. */
export const suggestionsPath = (said: Said = {}) => saying(`${API_ROOT}/suggestions`, said);
/** Below it lies what the sign-in page asks. */
export const authPath = `${API_ROOT}/auth`;
export const tokenPath = `${authPath}/csrf`;
export const credentialsPath = `${authPath}/callback/credentials`;
/** The key of the words that a browser keeps. */
export const journalKeyPath = `${API_ROOT}/journal-key`;
/** Where an editor saves a text, and asks how it stands. */
export const draftPath = (number: number, said: Said = {}) => saying(`${API_ROOT}/drafts/${number}`, said);
/** Where files are brought, in parts (tus). */
export const uploadsPath = `${API_ROOT}/uploads`;
/** The phones that bring pictures for whoever is signed in. */
export const phonesPath = `${API_ROOT}/phones`;
export const ownPhonePath = (id: number) => `${phonesPath}/${id}`;
/** What such a phone asks itself: for whom it is, and the same way of bringing. */
export const phonePath = `${API_ROOT}/phone`;
export const phoneUploadsPath = `${phonePath}/uploads`;
/** Files of the site to choose from. */
export const filesPath = (said: Said = {}) => saying(`${API_ROOT}/files`, said);
/** Live articles of the site to choose from, by their numbers or their words. */
export const liveArticlesPath = (words = "") => saying(`${API_ROOT}/live-articles`, { words: words || null });
/** How a file of the site stands, or a cut of it, and its words. @param use a hash, with `/CUT` behind it where there is one */
export const filePath = (use: string) => fileAddress(use, "");
/** A picture as readers would get it, for staff: also while no text with it is live. */
export const staffPicturePath = (use: string, width: number, format: string) => fileAddress(use, `/${width}.${format}`);
/** The bytes of a file as they were brought, for staff. */
export const originalPath = (sha256: string) => fileAddress(sha256, "/original");
function fileAddress(use: string, below: string): string {
  const [sha256, cut] = use.split("/");
  return saying(`${filesPath()}/${sha256}${below}`, { cut });
}
/** The stream of whoever looks at a document, or at lists. */
export const livePath = (number: number | null = null) => saying(`${API_ROOT}/live`, { document: number });
/** Whether lists have changed since they were read. */
export const listChangesPath = (since: string) => saying(`${API_ROOT}/changes`, { since });
/** What happened to a document since the line of its history, and the version of its text, that a page shows. */
export const documentChangesPath = (number: number, shown: { seq: number; version: number | null }) =>
  saying(`${API_ROOT}/changes/${number}`, shown);

/** What an address says behind its `?`; what is left open is left out, and a list is said one by one. */
type Said = Readonly<Record<string, string | number | readonly string[] | null | undefined>>;

export function saying(path: string, said: Said): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(said)) {
    if (value === null || value === undefined) continue;
    for (const one of Array.isArray(value) ? value : [value]) query.append(name, String(one));
  }
  return query.size === 0 ? path : `${path}?${query}`;
}

/** Below these lies all of the staff side: pages, and what machines call. */
export const STAFF_ROOTS = [deskPath, loginPath, API_ROOT] as const;

/** Whether an address is the staff side's; it may have a query. Everything else is for readers, and for their programs. */
export const isForStaff = (url: string): boolean =>
  !isForPrograms(url) && STAFF_ROOTS.some((root) => url.startsWith(root) && /^(?:[/?]|$)/.test(url.slice(root.length)));

/** Whether a script or a machine asks, where an address is the staff side's. */
export const isForScripts = (url: string): boolean => url.startsWith(API_ROOT);

/** Whether it is one that somebody signs in to see: the desk, and the page where people change their password. */
export const isSeenSignedIn = (path: string): boolean => /^\/(?:desk(?:\/|$)|login\/password$)/.test(path);
