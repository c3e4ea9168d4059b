import slugify from "@sindresorhus/slugify";
import { nfc } from "#lib/nfc.ts";

export const MAX_SLUG = 80;
export const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** First path segments that belong to the program (and to languages to come). */
export const RESERVED_SLUGS: readonly string[] = ["en", "desk", "login", "api", "tim-kiem", "rss"];

/** The address made from a headline, of which there always is one. */
export function slugFrom(headline: string): string {
  const slug = slugOf(headline);
  if (slug === "") return "bai-viet";
  return RESERVED_SLUGS.includes(slug) ? `bai-viet-${slug}` : slug;
}

/** A name as a segment of an address: Vietnamese letters without marks (đ as d), cut at a word. Empty where nothing is left of it. */
export function slugOf(name: string): string {
  return cut(slugify(nfc(name), { decamelize: false, customReplacements: [["&", " va "]] }));
}

/** What is wrong with a slug that somebody typed, as a sentence, or null. Empty means: take it from the headline. */
export function slugProblem(slug: string): string | null {
  if (slug === "") return null;
  if (slug.length > MAX_SLUG) return `Đường dẫn dài quá ${MAX_SLUG} ký tự.`;
  if (!SLUG.test(slug)) return "Đường dẫn chỉ gồm chữ thường không dấu, chữ số và dấu gạch nối.";
  if (RESERVED_SLUGS.includes(slug)) return `Đường dẫn “${slug}” dành riêng cho hệ thống.`;
  return null;
}

function cut(slug: string): string {
  if (slug.length <= MAX_SLUG) return slug;
  const end = slug.lastIndexOf("-", MAX_SLUG);
  return slug.slice(0, end > 0 ? end : MAX_SLUG);
}
