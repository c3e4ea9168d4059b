import { largestOf, type Picture } from "#features/files/picture.ts";

type Props = {
  picture: Picture;
  alt: string;
  /** How wide its place is, as `sizes` of HTML says it. */
  sizes: string;
  /** The room that it has before it is there, in CSS pixels. */
  width: number;
  height: number;
  /** It is on the first screen, or near it; the others come when somebody scrolls to them. */
  isFirst: boolean;
  /** Sizes above it are left out, in pixels: what a small place never needs makes a long list longer. */
  widest?: number;
  className?: string;
};

/**
 * Before other sizes: a phone with three dots to a pixel takes of the first picture of a page what one with two takes, and one with
 * less than two takes 540 px for 658. Nobody sees the difference, and it weighs half: a first visit stays under 130 KB, and what somebody
 * came for is there a tenth of a second earlier.
 */
export const LIGHT_ON_PHONES = [
  "(max-width: 44em) and (min-resolution: 2.01dppx) 55vw",
  "(max-width: 44em) and (min-resolution: 1.5dppx) and (max-resolution: 1.99dppx) 70vw",
].join(", ");

/** All of a window but for the edges of the page (`--edge` in tokens.css): a phone of 412 px and 1.75 dots takes 720 px of a later picture, not 1080. */
export const WITHIN_EDGES = "calc(100vw - 2.25rem)";

/** A picture in the lightest form that a browser knows, in the size that its place needs; no word moves when it comes. */
export function DrawnPicture({ picture, alt, sizes, width, height, isFirst, widest = Infinity, className }: Props) {
  const sources = picture.sources.map(({ format, sizes: all }) => {
    const fitting = all.filter((size) => size.width <= widest);
    return { format, all: fitting.length > 0 ? fitting : all.slice(0, 1) };
  });
  const known = sources.at(-1)?.all ?? [];
  return (
    <picture>
      {sources.slice(0, -1).map(({ format, all }) => (
        <source key={format} type={`image/${format}`} srcSet={srcSetOf(all)} sizes={sizes} />
      ))}
      <img
        src={middleOf(known) ?? known[0]?.address ?? largestOf(picture).address}
        srcSet={srcSetOf(known)}
        sizes={sizes}
        width={width}
        height={height}
        alt={alt}
        className={className}
        loading={isFirst ? undefined : "lazy"}
        fetchPriority={isFirst ? "high" : undefined}
        decoding="async"
      />
    </picture>
  );
}

type Sizes = Picture["sources"][number]["sizes"];

const srcSetOf = (sizes: Sizes): string => sizes.map(({ address, width }) => `${address} ${width}w`).join(", ");

/** For a program that knows no sizes. */
const middleOf = (sizes: Sizes): string | undefined => sizes.findLast(({ width }) => width <= 720)?.address;
