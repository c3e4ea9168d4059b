import type { Attachment, Audio, Block, BodyDoc, Figure, Gallery, Video } from "./body.ts";
import type { Content, Kind } from "./kind.ts";
import { pictureKey } from "./picture-cut.ts";

/** Nodes that are the places of files. */
const FILE_PLACES = ["figure", "attachment", "video", "audio"] as const;
export type FilePlace = Figure | Attachment | Video | Audio;

/** Whether a node of this name is the place of a file. */
export const isFilePlace = (name: string): name is FilePlace["type"] => FILE_PLACES.some((one) => one === name);

/** The places of files in a body in reading order, those of galleries and those that are awaited among them. */
export function filePlacesIn(body: BodyDoc): FilePlace[] {
  return body.content.flatMap((block): FilePlace[] => {
    if (block.type === "gallery") return block.content;
    return isPlace(block) ? [block] : [];
  });
}

/** Whether a block is one itself. */
export const isPlace = (block: Block): block is FilePlace => isFilePlace(block.type);

/** The pictures of a body in reading order, those that are awaited among them. */
export const figuresIn = (body: BodyDoc): Figure[] => filePlacesIn(body).filter((place) => place.type === "figure");

/** The galleries of a body in reading order. */
export const galleriesIn = (body: BodyDoc): Gallery[] => body.content.filter((block) => block.type === "gallery");

/** All pictures of a text: those beside the body before those in it. */
export function figuresOf<C extends Content>(kind: Kind<C>, content: C): Figure[] {
  return [...(kind.figures?.(content) ?? []), ...(content.body ? figuresIn(content.body) : [])];
}

/** The documents of a body in reading order, those that are awaited among them. */
export const attachmentsIn = (body: BodyDoc): Attachment[] =>
  filePlacesIn(body).filter((place) => place.type === "attachment");

/** What is played in a body, in reading order, what is awaited among it. */
export function mediaIn(body: BodyDoc): (Video | Audio)[] {
  return body.content.filter((block) => block.type === "video" || block.type === "audio");
}

/** What may belong to a video beside its own file. */
export const BESIDE = ["poster", "subtitles"] as const;
export type Beside = (typeof BESIDE)[number];

/** All files of what is played, its own before those that belong to it. */
export function filesOfMedia({ type, attrs }: Video | Audio): string[] {
  const beside = type === "video" ? [attrs.poster?.file, attrs.subtitles?.file] : [];
  return [attrs.file, ...beside].filter((file) => typeof file === "string");
}

/**
 * What a text shows, hands out and plays of which files, each once, pictures first: files by their hashes, with the cut where
 * there is one (`pictureKey`). Whatever is no picture in the text is always whole.
 */
export function usesOf<C extends Content>(kind: Kind<C>, content: C): string[] {
  const pictures = figuresOf(kind, content).flatMap(({ attrs }) => pictureIn(attrs) ?? []);
  const documents = (content.body ? attachmentsIn(content.body) : []).flatMap(({ attrs }) => attrs.file ?? []);
  const media = (content.body ? mediaIn(content.body) : []).flatMap(filesOfMedia);
  return [...new Set([...pictures, ...documents, ...media])];
}

/** What a figure shows; null while its picture is awaited. */
export const pictureIn = ({ file, cut = "" }: Pick<Figure["attrs"], "file" | "cut">): string | null =>
  file === null ? null : pictureKey({ file, cut });
