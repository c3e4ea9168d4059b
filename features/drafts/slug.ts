import type { Content, Kind } from "#features/text/kind.ts";
import { slugFrom } from "#features/text/slug.ts";

/** A text with the address it would go out under, where its kind has one. */
export function withSlug<C extends Content>(kind: Kind, content: C): C {
  if (kind.slug === null || content[kind.slug] !== "") return content;
  return { ...content, [kind.slug]: slugFrom(content[kind.title] as string) };
}
