import type { Figure } from "#features/text/body.ts";
import { inlineText } from "#features/text/plain.ts";
import { Inlines } from "./body-inline.tsx";

/** Where a picture is, and its size in pixels (so that the page does not jump when it arrives). */
export type Picture = { src: string; width: number; height: number };

type Props = {
  figure: Figure;
  picture: Picture | undefined;
  credit: string;
  /** What staff are told of a caption whose picture is awaited; readers (null) do not get it at all. */
  awaited: string | null;
};

/** A picture with caption and credit. A caption alone says something about nothing: only staff meet it, marked. */
export function BodyFigure({ figure, picture, credit, awaited }: Props) {
  const { alt, decorative, credit: from } = figure.attrs;
  const hasCaption = inlineText(figure.content).trim() !== "";
  if (picture === undefined && (awaited === null || (!hasCaption && from === ""))) return null;
  return (
    <figure className={picture === undefined ? "awaited" : undefined}>
      {picture === undefined ? null : (
        // biome-ignore lint/performance/noImgElement: reader pages are plain HTML
        <img
          src={picture.src}
          width={picture.width}
          height={picture.height}
          alt={decorative ? "" : alt}
          loading="lazy"
        />
      )}
      {picture === undefined ? <p className="awaited-note">{awaited}</p> : null}
      {hasCaption || from !== "" ? (
        <figcaption>
          <Inlines content={figure.content} />
          {from === "" ? null : <span className="credit">{`${hasCaption ? " " : ""}${credit}: ${from}`}</span>}
        </figcaption>
      ) : null}
    </figure>
  );
}
