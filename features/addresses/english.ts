import { PAGE } from "./public.ts";

/** Addresses of what a site says in English: one list of all of it, and its articles and pages. The segment was kept free from the first day. */
const ENGLISH = "en";
const FURTHER = "page";
const CORRECTIONS = "corrections";

/** All that a site has in English, or further pages of it. */
export const englishPath = (page = 1) => (page > 1 ? `/${ENGLISH}/${FURTHER}/${page}` : `/${ENGLISH}`);

/** The corrections of what a site has in English: the sister of `/dinh-chinh`. */
export const englishCorrectionsPath = (page = 1) =>
  `/${ENGLISH}/${CORRECTIONS}${page > 1 ? `/${FURTHER}/${page}` : ""}`;

/** The English sister of an article or a page: the number is the key, the words are not. */
export const translationPath = (slug: string, number: number) => `/${ENGLISH}/${slug}-${number}`;

/** Whether what is said at a path is said in English. @param path as asked for */
export const isEnglish = (path: string): boolean => path.toLowerCase().split("/", 2)[1] === ENGLISH;

/** Lists that a site has in English. */
export type EnglishList = { kind: "english" | "english_corrections"; page: number };

/**
 * Which page of which list in English a path asks for; null where it asks for another thing.
 * @param path decoded, beginning with one slash, without one at the end
 */
export function englishAsked(path: string): EnglishList | null {
  const [root, ...segments] = path.toLowerCase().slice(1).split("/");
  if (root !== ENGLISH) return null;
  const isOfCorrections = segments[0] === CORRECTIONS;
  const [further, page = "", ...more] = isOfCorrections ? segments.slice(1) : segments;
  const kind = isOfCorrections ? "english_corrections" : "english";
  if (further === undefined) return { kind, page: 1 };
  return further === FURTHER && PAGE.test(page) && more.length === 0 ? { kind, page: Number(page) } : null;
}
