import type { Content } from "#features/text/content.ts";
import { slugFrom } from "#features/text/slug.ts";

/** A text with the address it would go out under. */
export function withSlug(content: Content): Content {
  return content.slug === "" ? { ...content, slug: slugFrom(content.headline) } : content;
}
