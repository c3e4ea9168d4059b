import { type Picture, type Pictures, sharedSizeOf } from "#features/files/picture.ts";
import type { Card, SharePicture } from "#features/reading/types.ts";
import type { BodyDoc, Figure } from "#features/text/body.ts";
import { mediaIn, pictureIn } from "#features/text/figures.ts";
import type { AiLabel } from "#features/text/vocabulary.ts";

/** What a program is told of the picture that it may show beside an address: its own address in full, and pixels. */
export type SharedPicture = {
  url: string;
  width: number;
  height: number;
  alt: string;
  /** Whose picture it is, and whether a generative program has changed or made it; of what we have drawn nothing is said. */
  credit: string;
  ai: AiLabel;
};

/** Whether it is a picture to be shown across a line of a chat; an emblem is a stamp beside it. */
export const isLarge = (picture: SharedPicture | undefined): boolean => picture !== undefined && picture.width >= LARGE;

/** In pixels. Source: Facebook's rules for pictures of links. */
const LARGE = 600;

type Live = { content: { headline: string } | { title: string }; pictures: Pictures; share: SharePicture | null };

/** What may be shared of a text: its pictures, and after them the posters of its videos, but of those that readers do not get. */
export function usesShared(figures: readonly Figure[], body: BodyDoc, files: Pictures): Shared[] {
  const posters = mediaIn(body).flatMap(({ type, attrs }): Shared[] => {
    const file = type === "video" ? (attrs.poster?.file ?? null) : null;
    return file === null || !files.has(attrs.file ?? "")
      ? []
      : [{ file, alt: attrs.title, credit: attrs.credit, ai: attrs.ai ?? "none" }];
  });
  return [...figures.map(({ attrs }) => attrs), ...posters];
}

type Shared = Pick<Figure["attrs"], "file" | "alt" | "credit"> & Partial<Figure["attrs"]>;

/** The first picture of what a list shows, in a form that every program knows; the emblem of its site where none has one. */
export function pictureOfList(
  cards: readonly Pick<Card, "lead" | "picture">[],
  { name, emblem }: { name: string; emblem: Picture | null },
  origin: string,
): SharedPicture | undefined {
  for (const { lead, picture } of cards) {
    const shared = picture === null ? null : sharedAs(lead, picture, origin);
    if (shared) return shared;
  }
  const sign = { file: null, alt: name, credit: "", ai: "none" as const };
  return emblem === null ? undefined : (sharedAs(sign, emblem, origin) ?? undefined);
}

/** A picture with what was signed of it; null where no size of it was made that every program knows. */
function sharedAs(use: Shared, picture: Picture, origin: string): SharedPicture | null {
  const size = sharedSizeOf(picture);
  if (!size) return null;
  const { width, height } = size;
  const { credit, ai = "none", decorative = false, alt } = use;
  return { url: origin + size.address, width, height, alt: decorative ? "" : alt, credit, ai };
}

/**
 * The first picture of a text, in a form that every program knows; where there is none, the one that was drawn of its headline,
 * which is then what is read to whoever does not see it. Undefined until that is drawn.
 */
export function pictureFor(
  uses: readonly Shared[],
  { content, pictures, share }: Live,
  origin: string,
): SharedPicture | undefined {
  for (const use of uses) {
    const picture = pictures.get(pictureIn(use) ?? "");
    if (picture === undefined || !("sources" in picture)) continue;
    const shared = sharedAs(use, picture, origin);
    if (shared) return shared;
  }
  const alt = "headline" in content ? content.headline : content.title;
  if (share === null) return undefined;
  return { url: origin + share.path, width: share.width, height: share.height, alt, credit: "", ai: "none" };
}
