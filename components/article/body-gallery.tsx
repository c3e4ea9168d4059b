import type { ComponentProps } from "react";
import { DrawnPicture } from "#components/site/drawn-picture.tsx";
import type { Picture, Pictures } from "#features/files/picture.ts";
import type { Figure, Gallery } from "#features/text/body.ts";
import { pictureIn } from "#features/text/figures.ts";
import { BodyFigure } from "./body-figure.tsx";
import { inPairs } from "./in-pairs.ts";

/** What a gallery without a caption is called, and the ways from one of its pictures to another. */
export type GalleryWords = { name: string; previous: string; next: string; back: string };

type Props = {
  gallery: Gallery;
  /** Which one it is of its page, from 1 on: its addresses within the page. */
  number: number;
  pictures: Pictures | undefined;
  /** The figure that is on the first screen, if it is one of these. */
  first: Figure | undefined;
  words: ComponentProps<typeof BodyFigure>["words"] & { gallery?: GalleryWords };
};

/**
 * Pictures that belong together: small ones side by side, each a link to the large one in this page, with its words. Those stand
 * aside until they are asked for, on paper they all stand there; `public/gallery.js` shows them over the page instead. Staff, who
 * sign each of them, have all of them in sight.
 */
export function BodyGallery({ gallery, number, pictures, first, words }: Props) {
  const shown = gallery.content.flatMap((figure) => {
    const picture = pictures?.get(pictureIn(figure.attrs) ?? "");
    return picture !== undefined && "sources" in picture ? [{ figure, picture }] : [];
  });
  const isThere = (figure: Figure) => shown.some((one) => one.figure === figure);
  const others = words.awaited === null ? [] : gallery.content.filter((figure) => !isThere(figure));
  if (shown.length + others.length === 0) return null;
  const called = gallery.attrs.caption || words.gallery?.name;
  const id = `chum-anh-${number}`;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a field set is of a form
    <div className="gallery" id={id} role="group" aria-label={called}>
      {gallery.attrs.caption === "" ? null : <p className="gallery-caption">{gallery.attrs.caption}</p>}
      {shown.length === 0 ? null : (
        <ul className={inPairs(shown.length) ? "thumbs in-pairs" : "thumbs"}>
          {shown.map(({ figure, picture }, at) => (
            <li key={figure.attrs.id}>
              <Thumb
                {...{ figure, picture, words }}
                href={`#${id}-${at + 1}`}
                inRow={inPairs(shown.length) ? 2 : 3}
                isFirst={figure === first}
              />
            </li>
          ))}
        </ul>
      )}
      <div className={words.awaited === null ? "larges" : "larges all-shown"}>
        {shown.map(({ figure, picture }, at) => (
          <div key={figure.attrs.id} className="large" id={`${id}-${at + 1}`}>
            <BodyFigure figure={figure} picture={picture} isFirst={false} words={words} />
            {words.gallery ? <Ways {...{ id, at, of: shown.length }} words={words.gallery} /> : null}
          </div>
        ))}
        {others.map((figure) => (
          <BodyFigure
            key={figure.attrs.id}
            figure={figure}
            picture={pictures?.get(pictureIn(figure.attrs) ?? "")}
            isFirst={false}
            words={words}
          />
        ))}
      </div>
    </div>
  );
}

/** The column of an article with its two spaces, and a phone's window, in parts of which a thumbnail is drawn. */
const COLUMN_REM = 41;
const WINDOW_VW = 100;

type ThumbProps = { figure: Figure; picture: Picture; href: string; inRow: 2 | 3; isFirst: boolean } & Pick<
  Props,
  "words"
>;

/** A square of the picture. Its browser is told how wide all of it is drawn, of which the square is a part. */
function Thumb({ figure, picture, href, inRow, isFirst, words }: ThumbProps) {
  const { alt, decorative } = figure.attrs;
  const name = decorative ? "" : alt;
  const ratio = picture.width / picture.height;
  const part = Math.max(1, ratio) / inRow;
  const vw = Math.round(WINDOW_VW * part);
  const sizes = [
    // As for lead pictures: nobody sees more dots than two to a pixel.
    `(max-width: 44em) and (min-resolution: 2.01dppx) ${Math.round(vw * 0.6)}vw`,
    `(max-width: 44em) ${vw}vw`,
    `${(COLUMN_REM * part).toFixed(1)}rem`,
  ];
  return (
    <a href={href} aria-label={name === "" ? words.enlarge : undefined}>
      <DrawnPicture
        picture={picture}
        alt={name}
        sizes={sizes.join(", ")}
        width={240}
        height={Math.max(1, Math.round(240 / ratio))}
        widest={720}
        isFirst={isFirst}
      />
    </a>
  );
}

function Ways({ id, at, of, words }: { id: string; at: number; of: number; words: GalleryWords }) {
  return (
    <p className="large-ways">
      {at === 0 ? null : <a href={`#${id}-${at}`}>{words.previous}</a>}
      <span>{`${at + 1} / ${of}`}</span>
      {at === of - 1 ? null : <a href={`#${id}-${at + 2}`}>{words.next}</a>}
      <a href={`#${id}`}>{words.back}</a>
    </p>
  );
}
