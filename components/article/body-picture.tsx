import { DrawnPicture, LIGHT_ON_PHONES, WITHIN_EDGES } from "#components/site/drawn-picture.tsx";
import { largestOf, type Picture } from "#features/files/picture.ts";

/** The tallest that a picture is shown, in CSS pixels: one that stands upright fits a laptop's window with its caption. */
const TALLEST = 720;

/** The column of an article, in rem and in pixels, and the window from which on it has its margins, in em: see article.css. */
const COLUMN = { rem: 42, px: 672, from: 44 };
/** The same of a picture story. */
const WIDE = { rem: 54, px: 864, from: 64 };

type Props = {
  picture: Picture;
  alt: string;
  /** Of an article it is on the first screen, or near it; the others come when somebody scrolls to them. */
  isFirst: boolean;
  /** It stands above the text: light on phones. Its link leads to all of it. */
  isLead?: boolean;
  /** It is of a picture story: wider than the words. */
  isWide?: boolean;
  /** What its link is called, where the picture itself has no words. */
  enlarge: string | undefined;
  /** Whether that opens beside the page. */
  beside?: boolean;
};

/**
 * A picture in the lightest form that a browser knows, in the size that its place needs, as a link to the largest one. It has
 * its room before it is there, so that no word moves. The placeholder of the file is not used: without script and inline style
 * it would take a second picture in the page and in every print of it, for what is there in a moment.
 */
export function BodyPicture(props: Props) {
  const { picture, alt, isFirst, isLead = false, isWide = false, enlarge, beside = false } = props;
  const { rem, px, from } = isWide ? WIDE : COLUMN;
  const width = Math.min(picture.width, Math.round((TALLEST * picture.width) / picture.height));
  const largest = largestOf(picture);
  const whole = width < px ? `(min-width: ${width}px) ${width}px` : `(min-width: ${from}em) ${rem}rem`;
  const inColumn = `${whole}, ${WITHIN_EDGES}`;
  const sizes = isLead ? `${LIGHT_ON_PHONES}, ${inColumn}` : inColumn;
  const drawn = (
    <DrawnPicture
      picture={picture}
      alt={alt}
      sizes={sizes}
      width={width}
      height={Math.max(1, Math.round((width * picture.height) / picture.width))}
      isFirst={isFirst}
    />
  );
  // Nothing more could be seen of one that is as small as the smallest window.
  if (largest.width <= 360) return drawn;
  return (
    <a
      className="enlarge"
      href={largest.address}
      target={beside ? "_blank" : undefined}
      aria-label={alt === "" ? enlarge : undefined}
    >
      {drawn}
    </a>
  );
}
