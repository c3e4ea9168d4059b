import { useTranslations } from "next-intl";
import type { Handout, Pictures } from "#features/files/picture.ts";
import { largestOf } from "#features/files/picture.ts";
import type { Audio, Block, Video } from "#features/text/body.ts";
import type { BlockChange } from "#features/text/compare.ts";
import { filesOfMedia } from "#features/text/figures.ts";
import { inlineText } from "#features/text/plain.ts";
import { BeforeAndAfter, type Line } from "./before-and-after.tsx";

type Media = Video | Audio;

/** What became of something that is played, with what stood there before and after it. */
export type ChangedMedia = { before: Media | null; after: Media | null };

/** What is played that a change is about; null for all other changes. */
export function mediaIn(change: Exclude<BlockChange, { kind: "same" }>): ChangedMedia | null {
  const played = (block: Block | null) => (block?.type === "video" || block?.type === "audio" ? block : null);
  const media = {
    before: played("before" in change ? change.before : null),
    after: played("after" in change ? change.after : null),
  };
  return media.before || media.after ? media : null;
}

/** Whether another file is in its place, or another poster or other subtitles belong to it. */
export const isOtherMedia = ({ before, after }: ChangedMedia): boolean =>
  (before ? filesOfMedia(before) : []).join() !== (after ? filesOfMedia(after) : []).join();

type Props = { media: ChangedMedia; files: Pictures };

/** What is played, or the old one and the new one side by side, and all that is signed with it with what changed. */
export function MediaChange({ media, files }: Props) {
  const t = useTranslations("desk.changes.media");
  return (
    <BeforeAndAfter
      change={media}
      isOther={isOtherMedia(media)}
      names={{ old: t("old"), new: t("new") }}
      lines={linesOf(t, media, files)}
    >
      {(one) => (one === null ? null : <Played media={one} files={files} />)}
    </BeforeAndAfter>
  );
}

/** What a file is handed out as; null where it is not there. */
function handoutOf(files: Pictures, hash: string | null | undefined): Handout | null {
  const file = files.get(hash ?? "");
  return file !== undefined && "about" in file ? file : null;
}

function Played({ media, files }: { media: Media; files: Pictures }) {
  const t = useTranslations("desk.changes.media");
  const { file: hash, title } = media.attrs;
  const handout = handoutOf(files, hash);
  if (handout === null) {
    const file = files.get(hash ?? "");
    return <p className="text-sm text-warn">{file && "why" in file ? file.why : t("none")}</p>;
  }
  const shared = { controls: true, preload: "none", src: handout.address, "aria-label": title || handout.name };
  return (
    <>
      {media.type === "audio" ? (
        <audio className="w-full" {...shared} />
      ) : (
        <Film media={media} files={files} shared={shared} handout={handout} />
      )}
      <p className="mt-1 text-sm">
        <a className="underline" href={handout.address}>
          {handout.name}
        </a>{" "}
        <span className="text-ink-soft">{handout.about}</span>
      </p>
    </>
  );
}

type FilmProps = { media: Video; files: Pictures; handout: Handout; shared: object };

function Film({ media, files, handout, shared }: FilmProps) {
  const t = useTranslations("desk.changes.media");
  const { poster: cover, subtitles: said } = media.attrs;
  const poster = files.get(cover?.file ?? "");
  const subtitles = handoutOf(files, said?.file);
  return (
    <>
      <video
        className="h-auto max-h-96 w-full rounded bg-black"
        width={handout.width ?? undefined}
        height={handout.height ?? undefined}
        poster={poster && "sources" in poster ? largestOf(poster).address : undefined}
        playsInline
        {...shared}
      >
        {subtitles === null ? null : (
          <track kind="captions" srcLang="vi" label={t("subtitles")} src={subtitles.address} />
        )}
      </video>
      {poster && "why" in poster ? <p className="mt-1 text-sm text-warn">{poster.why}</p> : null}
      {cover === null ? <p className="mt-1 text-sm text-ink-soft">{t("noPoster")}</p> : null}
    </>
  );
}

type Words = ReturnType<typeof useTranslations<"desk.changes.media">>;

/** All that is signed with it, in the order in which a page has it. */
function linesOf(t: Words, { before, after }: ChangedMedia, files: Pictures): Line[] {
  const both = (
    name: "title" | "caption" | "credit" | "ai" | "subtitles" | "transcript" | "speech",
    of: (media: Media) => string,
  ) => ({ label: t(name), was: before ? of(before) : "", is: after ? of(after) : "" });
  return [
    both("title", ({ attrs }) => attrs.title),
    both("caption", ({ content }) => inlineText(content)),
    both("credit", ({ attrs }) => attrs.credit),
    both("ai", ({ type: kind, attrs: { ai = "none" } }) => (ai === "none" ? "" : t(`aiLabels.${ai}`, { kind }))),
    both("subtitles", (media) => subtitlesLine(media, files)),
    both("transcript", ({ attrs }) => attrs.transcript),
    both("speech", ({ attrs }) => (attrs.speechless ? t("speechless") : "")),
  ];
}

/** What the subtitles are called, and every word of them. */
function subtitlesLine({ type, attrs }: Media, files: Pictures): string {
  const hash = type === "video" ? attrs.subtitles?.file : undefined;
  if (hash === undefined) return "";
  const file = files.get(hash);
  if (file && "why" in file) return file.why;
  const handout = handoutOf(files, hash);
  return handout === null ? "" : [handout.name, handout.words ?? ""].join("\n").trim();
}
