import type { Rendition } from "#db/schema/files.ts";
import { pictureKey } from "#features/text/picture-cut.ts";
import { slugOf } from "#features/text/slug.ts";
import { FAILURES } from "./failures.ts";
import { aboutFile, bareName, isPicture, isShownByBrowsers, mediaOf, nameOf } from "./media.ts";
import { FORMATS } from "./settings.ts";
import type { PictureFile } from "./types.ts";

/** One size of a picture: where it is, and how wide it is in pixels. */
type Size = { address: string; width: number };

/** What a page needs to draw a picture, wherever it is shown. */
export type Picture = {
  /** Of the picture as it came, or as it was cut, in pixels. */
  width: number;
  height: number;
  /** A data: address of under 200 bytes, or "". */
  placeholder: string;
  /** In the order in which a browser is offered them, the smallest size first; the last one is what every browser knows. */
  sources: { format: Rendition["format"]; sizes: Size[] }[];
};

/** Writes the address of one size of a picture, by its use: for readers `picturePath`, for staff `staffPicturePath`. */
export type AddressOf = (use: string, width: number, format: Rendition["format"]) => string;

/** The picture that pages draw of a file, or of a cut of one; null while there is none of it. */
export function pictureOf(
  file: Pick<PictureFile, "sha256" | "cut" | "state" | "width" | "height" | "renditions" | "placeholder">,
  addressOf: AddressOf,
): Picture | null {
  const { state, width, height, placeholder } = file;
  if (state !== "ready" || width === null || height === null) return null;
  const use = pictureKey({ file: file.sha256, cut: file.cut });
  const sources = FORMATS.flatMap((format) => {
    const sizes = file.renditions
      .filter((one) => one.format === format)
      .map((one) => ({ address: addressOf(use, one.width, format), width: one.width }))
      .sort((a, b) => a.width - b.width);
    return sizes.length > 0 ? { format, sizes } : [];
  });
  return sources.length > 0 ? { width, height, placeholder, sources } : null;
}

/**
 * What pages hand out, or play: where it is, under which name it is saved, and what it is ("PDF · 1,2 MB · 12 trang"). Pixels are
 * those of a video, milliseconds those of what is played.
 */
export type Handout = {
  address: string;
  name: string;
  about: string;
  mediaType: string;
  /** The page that shows it; null of what no browser shows, and for staff. */
  page: string | null;
  /** Of subtitles, for staff, who sign them. */
  words?: string;
} & Pick<PictureFile, "size" | "pages" | "width" | "height" | "durationMs">;

/**
 * What a page shows and hands out, by what is shown of which file (`pictureKey`): pictures, and files of the other kinds. Staff are told of one
 * that is not there why that is; readers are not told of it at all.
 */
export type Pictures = ReadonlyMap<string, Picture | Handout | { why: string }>;

/** Writes the address of a file that is handed out: for readers `documentPath`, for staff `originalPath`. */
export type HandoutAddress = (sha256: string, slug: string, ending: string) => string;

/** Writes the address of the page that shows one, by its number: for readers `filePagePath`. */
export type PageAddress = (id: number, slug: string) => string;

/** The pictures of a page by what is shown of which file (`pictureKey`); files of other kinds, and those that are not there yet, are left out. */
export function picturesOf(files: readonly PictureFile[], addressOf: AddressOf): Map<string, Picture> {
  return new Map(
    files.flatMap((file) => {
      const picture = isPicture(file.mediaType) ? pictureOf(file, addressOf) : null;
      return picture ? [[pictureKey({ file: file.sha256, cut: file.cut }), picture]] : [];
    }),
  );
}

/** The same with what it hands out and plays. */
export function shownOf(
  files: readonly PictureFile[],
  addressOf: AddressOf,
  handoutAddress: HandoutAddress,
  pageAddress?: PageAddress,
): Map<string, Picture | Handout> {
  const handouts = files.flatMap((file): [string, Handout][] => {
    const handout = handoutOf(file, handoutAddress, pageAddress);
    return handout ? [[file.sha256, handout]] : [];
  });
  return new Map<string, Picture | Handout>([...picturesOf(files, addressOf), ...handouts]);
}

/** Null of what is no document, or is not there. */
export function handoutOf(file: PictureFile, addressOf: HandoutAddress, pageOf?: PageAddress): Handout | null {
  const ending = mediaOf(file.mediaType)?.ending;
  if (file.state !== "ready" || ending === undefined || isPicture(file.mediaType)) return null;
  const slug = fileSlug(file);
  const page = pageOf && isShownByBrowsers(file.mediaType) ? pageOf(file.id, slug) : null;
  const { mediaType, size, pages, width, height, durationMs } = file;
  const address = addressOf(file.sha256, slug, ending);
  const said = { mediaType, size, pages, width, height, durationMs };
  return { address, name: nameOf(file), about: aboutFile(file), page, ...said };
}

/** What a document is called in addresses. */
export const fileSlug = ({ name }: { name: string }): string => slugOf(bareName(name)) || "tep";

/** The size for whoever shows one alone, a program of chats or a search engine: the widest that every browser knows. */
export function largestOf({ sources }: Picture): Size {
  const largest = sources.at(-1)?.sizes.at(-1);
  if (!largest) throw new Error("A picture has a size at least.");
  return largest;
}

/** As wide as programs of chats, readers of feeds and search engines want a picture, in pixels, and no heavier. */
const SHARED_WIDTH = 1440;

/** The size for a program that shows a picture beside an address: in the form that every one knows. */
export function sharedSizeOf({
  sources,
  width,
  height,
}: Picture): { address: string; width: number; height: number } | null {
  const sizes = sources.at(-1)?.sizes ?? [];
  const shared = sharedWidth(sizes.map((size) => size.width));
  const size = sizes.find((one) => one.width === shared);
  return size ? { ...size, height: Math.round((size.width * height) / width) } : null;
}

/** The width of that size; null where there is none. @param widths the smallest first */
export const sharedWidth = (widths: readonly number[]): number | null =>
  widths.findLast((width) => width <= SHARED_WIDTH) ?? widths[0] ?? null;

/** What staff are told of a file that is not there: which one it is, and why. Undefined: the site has no such file, or no such cut was asked for. */
export function whyNotThere(
  file: Pick<PictureFile, "name" | "mediaType" | "cut" | "state" | "failure" | "hidden"> | undefined,
  cut = file?.cut ?? "",
): string {
  if (!file) return cut === "" ? NO_FILE : NOT_CUT;
  const kind = isPicture(file.mediaType) ? "Ảnh" : "Tệp";
  const what = cut === "" ? kind : "Phần cắt của ảnh";
  const called = file.name === "" ? what : `${what} “${file.name}”`;
  if (file.hidden) return `${called} đang bị ẩn với bạn đọc.`;
  if (file.failure !== null) return `${called} không dùng được. ${FAILURES[file.failure]}`;
  return `${called} đang được xử lý, sẽ hiện ra sau ít phút.`;
}

/** The same of one that was erased. @param number under which */
export const wasErased = (number: number): string => `Tệp ở chỗ này đã bị xóa vĩnh viễn theo số ${number}.`;

const NO_FILE = "Tệp không có trên trang này: hãy đưa tệp lên lại.";
const NOT_CUT = "Phần cắt của ảnh chưa được làm ra: hãy lưu bài rồi chờ ít phút.";
