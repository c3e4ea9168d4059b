import type { Handout, Picture, Pictures } from "#features/files/picture.ts";
import type { Audio, Video } from "#features/text/body.ts";
import { inlineText } from "#features/text/plain.ts";
import type { AiLabel } from "#features/text/vocabulary.ts";
import { AiMark } from "./ai-mark.tsx";
import { Inlines } from "./body-inline.tsx";

export type MediaWords = {
  /** Stands before where it is from ("Nguồn"). */
  source: string;
  /** What is said above its words ("Lời bằng chữ"), and what opens the file by itself. */
  transcript: string;
  /** What language a file of subtitles is in: as it is marked (BCP 47), and as it is called. */
  subtitles: (file: string) => { marked: "vi" | "en"; called: string };
  /** What a file is ("PDF · 1,2 MB · 12 trang"). */
  about: (file: Handout) => string;
  /** That nobody says anything in it. */
  speechless: string;
  open: string;
  /** What stands behind where it is from, where a generative program has had to do with it. */
  ai: Readonly<Record<"video" | "audio", Readonly<Record<Exclude<AiLabel, "none">, string>>>>;
  /** What staff are told of a place without a file; readers (null) do not get it at all. */
  awaited: string | null;
};

type Props = { media: Video | Audio; files: Pictures | undefined; words: MediaWords };

/**
 * A video or sound, played by the browser itself: without a script, with its keys and in its language. Nothing but the poster comes
 * before somebody presses.
 */
export function BodyMedia({ media, files, words }: Props) {
  const { file: hash, title, transcript } = media.attrs;
  const file = files?.get(hash ?? "");
  const handout = file !== undefined && "about" in file ? file : null;
  if (handout === null && words.awaited === null) return null;
  return (
    <>
      <figure className={handout === null ? "awaited" : `media is-${media.type}`}>
        {handout === null ? (
          <p className="awaited-note">{file !== undefined && "why" in file ? file.why : words.awaited}</p>
        ) : (
          <Player {...{ media, files, handout, words }} />
        )}
        <figcaption>
          <Caption {...{ media, handout, words }} />
        </figcaption>
      </figure>
      {transcript === "" ? null : (
        <details className="transcript">
          <summary>
            {words.transcript}
            {title === "" ? null : <span className="unseen">: {title}</span>}
          </summary>
          {transcript.split("\n").map((line, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines never move
            <p key={at}>{line}</p>
          ))}
        </details>
      )}
    </>
  );
}

type PlayerProps = Props & { handout: Handout };

/** Its room is there before its poster is: of five shapes, since a page has no style of its own in it. */
function Player({ media, files, handout, words }: PlayerProps) {
  const { title } = media.attrs;
  if (media.type === "audio") {
    // biome-ignore lint/a11y/useMediaCaption: what is said in it stands below it
    return <audio controls preload="none" src={handout.address} aria-label={title} />;
  }
  const poster = files?.get(media.attrs.poster?.file ?? "");
  const said = media.attrs.subtitles?.file ?? "";
  const subtitles = files?.get(said);
  const language = words.subtitles(said);
  return (
    <div className={`shape ${shapeOf(handout)}`}>
      {/* biome-ignore lint/a11y/useMediaCaption: a text without them is not published, unless it has its words otherwise */}
      <video
        controls
        playsInline
        preload="none"
        src={handout.address}
        poster={poster !== undefined && "sources" in poster ? posterOf(poster) : undefined}
        aria-label={title}
      >
        {subtitles !== undefined && "about" in subtitles ? (
          <track kind="captions" srcLang={language.marked} label={language.called} src={subtitles.address} />
        ) : null}
      </video>
    </div>
  );
}

/** Width for a height of one, and what article.css calls it. */
const SHAPES = [
  [16 / 9, "wide"],
  [4 / 3, "old"],
  [1, "square"],
  [3 / 4, "tall"],
  [9 / 16, "upright"],
] as const;

/** The shape that comes next to it; what is left of the room is dark. */
function shapeOf({ width, height }: Pick<Handout, "width" | "height">): string {
  const ratio = Math.log((width ?? 16) / (height ?? 9));
  const far = ([shape]: (typeof SHAPES)[number]) => Math.abs(Math.log(shape) - ratio);
  return SHAPES.reduce((best, one) => (far(one) < far(best) ? one : best))[1];
}

/** Wide enough for the column; whoever plays videos knows WebP. */
const POSTER_WIDTH = 720;

function posterOf({ sources }: Picture): string | undefined {
  const sizes = (sources.find(({ format }) => format === "webp") ?? sources.at(-1))?.sizes ?? [];
  return (sizes.find(({ width }) => width >= POSTER_WIDTH) ?? sizes.at(-1))?.address;
}

function Caption({ media, handout, words }: Omit<PlayerProps, "files" | "handout"> & { handout: Handout | null }) {
  const { title, credit, ai = "none", speechless } = media.attrs;
  const hasCaption = inlineText(media.content).trim() !== "";
  return (
    <>
      {title === "" ? null : <p className="media-title">{title}</p>}
      {hasCaption ? (
        <p>
          <Inlines content={media.content} />
        </p>
      ) : null}
      {credit === "" && ai === "none" ? null : (
        <p className="credit">
          {credit === "" ? "" : `${words.source}: ${credit}`}
          {ai === "none" ? null : <AiMark after={credit}>{words.ai[media.type][ai]}</AiMark>}
        </p>
      )}
      {handout === null ? null : (
        <p className="media-about">
          {words.about(handout)} · {speechless ? `${words.speechless} · ` : ""}
          <a href={handout.address}>{words.open}</a>
        </p>
      )}
    </>
  );
}
