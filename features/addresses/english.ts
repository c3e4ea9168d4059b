import { PAGE } from "./public.ts";

/** Addresses of what a site says in English: one list of all of it, and its articles and pages. The segment was kept free from the first day. */
const ENGLISH = "en";
const FURTHER = "page";

/** All that a site has in English, or further pages of it. */
export const englishPath = (page = 1) => (page > 1 ? `/${ENGLISH}/${FURTHER}/${page}` : `/${ENGLISH}`);

/** The English sister of an article or a page: the number is the key, the words are not. */
export const translationPath = (slug: string, number: number) => `/${ENGLISH}/${slug}-${number}`;

/** Whether what is said at a path is said in English. @param path as asked for */
export const isEnglish = (path: string): boolean => path.toLowerCase().split("/", 2)[1] === ENGLISH;

/**
 * Which page of the list of all of it a path asks for; null where it asks for another thing.
 * @param path decoded, beginning with one slash, without one at the end
 */
export function englishAsked(path: string): { kind: "english"; page: number } | null {
  const [root, further, page = "", ...more] = path.toLowerCase().slice(1).split("/");
  if (root !== ENGLISH || more.length > 0) return null;
  if (further === undefined) return { kind: "english", page: 1 };
  return further === FURTHER && PAGE.test(page) ? { kind: "english", page: Number(page) } : null;
}
