import type { Pictures } from "#features/files/picture.ts";
import type { Figure } from "#features/text/body.ts";
import { inlineText } from "#features/text/plain.ts";
import type { AiLabel } from "#features/text/vocabulary.ts";
import { AiMark } from "./ai-mark.tsx";
import { Inlines } from "./body-inline.tsx";
import { BodyPicture } from "./body-picture.tsx";

type Props = {
  figure: Figure;
  picture: ReturnType<Pictures["get"]>;
  isFirst: boolean;
  isLead?: boolean;
  isWide?: boolean;
  /** `awaited`: what staff are told of a caption whose picture is awaited; readers (null) do not get it at all. */
  words: {
    credit: string;
    ai: Readonly<Record<Exclude<AiLabel, "none">, string>>;
    awaited: string | null;
    enlarge?: string;
  };
};

/** A picture with caption and credit. A caption alone says something about nothing: only staff meet it, marked. */
export function BodyFigure({ figure, picture, isFirst, isLead = false, isWide = false, words }: Props) {
  const { file, alt, decorative, credit: from, ai = "none" } = figure.attrs;
  const hasCaption = inlineText(figure.content).trim() !== "";
  const isThere = picture !== undefined && "sources" in picture;
  if (!isThere && (words.awaited === null || (file === null && !hasCaption && from === ""))) return null;
  return (
    <figure className={isThere ? undefined : "awaited"}>
      {isThere ? (
        <BodyPicture
          picture={picture}
          alt={decorative ? "" : alt}
          isFirst={isFirst}
          isLead={isLead}
          isWide={isWide}
          enlarge={words.enlarge}
        />
      ) : (
        <p className="awaited-note">{picture !== undefined && "why" in picture ? picture.why : words.awaited}</p>
      )}
      {hasCaption || from !== "" || ai !== "none" ? (
        <figcaption>
          <Inlines content={figure.content} />
          {from === "" && ai === "none" ? null : (
            <span className="credit">
              {[hasCaption ? " " : "", from === "" ? "" : `${words.credit}: ${from}`].join("")}
              {ai === "none" ? null : <AiMark after={from}>{words.ai[ai]}</AiMark>}
            </span>
          )}
        </figcaption>
      ) : null}
    </figure>
  );
}
