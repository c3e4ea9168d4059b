import { Fragment, type ReactNode } from "react";
import type { Pictures } from "#features/files/picture.ts";
import { withWords } from "#features/text/abbreviated.ts";
import { isQuestion } from "#features/text/asked.ts";
import type {
  Align,
  Attachment,
  Audio,
  Block,
  BodyDoc,
  Figure,
  Flow,
  Gallery,
  Paragraph,
  Video,
} from "#features/text/body.ts";
import { figuresIn, galleriesIn, pictureIn } from "#features/text/figures.ts";
import { inlineText } from "#features/text/plain.ts";
import { BodyAttachments } from "./body-attachments.tsx";
import { BodyFigure } from "./body-figure.tsx";
import { BodyGallery, type GalleryWords } from "./body-gallery.tsx";
import { Inlines } from "./body-inline.tsx";
import { BodyMedia, type MediaWords } from "./body-media.tsx";
import { Points } from "./body-points.tsx";
import { BodyTable } from "./body-table.tsx";
import { unknownNode } from "./unknown-node.ts";

type Props = {
  body: BodyDoc;
  /** Pictures, and what is handed out and played, by what is shown of which file (`pictureKey`). A place whose file is not there is shown to staff alone. */
  pictures?: Pictures;
  words: BodyWords;
  /** A picture stands above the text already: none of its own is on the first screen. */
  isLed?: boolean;
  /** Paragraphs that are bold as a whole ask, and the others answer. */
  asks?: boolean;
  /** Its pictures are wider than its words. */
  isWide?: boolean;
};

/**
 * `credit` stands before a picture's source ("Ảnh"), `ai` behind it where a generative program changed or made it, `table` names
 * a table that has no name ("Bảng"), `awaited` marks the caption of a picture that is not there yet, which readers (null) do not
 * get, and `awaitedFile` the place of another file, and `download` names the way to one that has a page; where pictures are shown, `enlarge` calls the link to one that says nothing
 * itself, and `gallery` says what those of a gallery need; `media` is said around what is played.
 */
type BodyWords = {
  credit: string;
  ai: Readonly<Record<"edited" | "made", string>>;
  table: string;
  awaited: string | null;
  awaitedFile?: string;
  download?: string;
  /** What abbreviations stand for is said in Vietnamese. */
  abbreviated?: boolean;
  media: Omit<MediaWords, "awaited">;
} & ShownWords;
type ShownWords = { enlarge?: string; gallery?: GalleryWords };

/** A body as plain semantic HTML: no script, no inline style. */
export function ArticleBody({ body: kept, pictures, words, isLed = false, asks = false, isWide = false }: Props) {
  const body = words.abbreviated === false ? kept : withWords(kept);
  const first = figuresIn(body).find(({ attrs }) => pictures?.has(pictureIn(attrs) ?? ""));
  const figureOf = (figure: Figure) => (
    <BodyFigure
      figure={figure}
      picture={pictures?.get(pictureIn(figure.attrs) ?? "")}
      isFirst={!isLed && figure === first}
      isWide={isWide}
      words={words}
    />
  );
  const galleries = galleriesIn(body);
  const galleryOf = (gallery: Gallery) => (
    <BodyGallery
      {...{ gallery, pictures, words }}
      number={galleries.indexOf(gallery) + 1}
      first={isLed ? undefined : first}
    />
  );
  const mediaOf = (media: Video | Audio) => (
    <BodyMedia media={media} files={pictures} words={{ ...words.media, awaited }} />
  );
  const awaited = words.awaited === null ? null : (words.awaitedFile ?? words.awaited);
  return body.content.map((block, at) => {
    if (asks && isQuestion(block)) return <Question key={block.attrs.id} paragraph={block} />;
    if (block.type !== "attachment") {
      return <Fragment key={block.attrs.id}>{blockOf(block, words, { figureOf, galleryOf, mediaOf })}</Fragment>;
    }
    if (body.content[at - 1]?.type === "attachment") return null;
    return (
      <BodyAttachments
        key={block.attrs.id}
        attachments={neighboursFrom(body.content, at)}
        files={pictures}
        awaited={awaited}
        download={words.download ?? ""}
        about={words.media.about}
      />
    );
  });
}

function Question({ paragraph }: { paragraph: Paragraph }) {
  return (
    <p className="question">
      <Inlines content={paragraph.content} />
    </p>
  );
}

/** The documents that stand one behind the other, from the first of them on. */
function neighboursFrom(blocks: readonly Block[], at: number): Attachment[] {
  const end = blocks.findIndex((block, index) => index > at && block.type !== "attachment");
  return blocks.slice(at, end < 0 ? blocks.length : end).filter((block) => block.type === "attachment");
}

type Drawing = {
  figureOf: (figure: Figure) => ReactNode;
  galleryOf: (gallery: Gallery) => ReactNode;
  mediaOf: (media: Video | Audio) => ReactNode;
};

function blockOf(
  block: Exclude<Block, Attachment>,
  words: BodyWords,
  { figureOf, galleryOf, mediaOf }: Drawing,
): ReactNode {
  switch (block.type) {
    case "heading": {
      const Level = `h${block.attrs.level}` as const;
      if (inlineText(block.content).trim() === "") return null;
      return (
        <Level className={alignClass(block.attrs.align)}>
          <Inlines content={block.content} />
        </Level>
      );
    }
    case "blockquote":
      return <blockquote>{flowOf(block.content)}</blockquote>;
    case "table":
      return <BodyTable table={block} nameless={words.table} flow={flowOf} />;
    case "figure":
      return figureOf(block);
    case "gallery":
      return galleryOf(block);
    case "video":
    case "audio":
      return mediaOf(block);
    case "paragraph":
    case "bulletList":
    case "orderedList":
      return flowOf([block]);
    default:
      return unknownNode(block);
  }
}

/** Blocks that may also stand in quotes, items and cells. `marker` goes in front of the first paragraph's words. */
function flowOf(blocks: readonly Flow[], marker?: ReactNode): ReactNode {
  return blocks.map((block, at) => {
    const { id } = block.attrs;
    switch (block.type) {
      case "paragraph": {
        const mark = at === 0 ? marker : undefined;
        if (mark === undefined && inlineText(block.content).trim() === "") return null;
        return (
          <p key={id} className={alignClass(block.attrs.align)}>
            {mark}
            <Inlines content={block.content} />
          </p>
        );
      }
      case "bulletList":
      case "orderedList":
        return <Points key={id} list={block} flow={flowOf} />;
      default:
        return unknownNode(block);
    }
  });
}

function alignClass(align: Align): string | undefined {
  return align === null ? undefined : `align-${align}`;
}
