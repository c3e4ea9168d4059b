import { useTranslations } from "next-intl";
import type { Pictures } from "#features/files/picture.ts";
import type { KindName } from "#features/kinds/kinds.ts";
import type { Block } from "#features/text/body.ts";
import {
  type BlockChange,
  type Comparison,
  compareWords,
  type FieldChange,
  type Words,
} from "#features/text/compare.ts";
import type { Content } from "#features/text/kind.ts";
import { linksIn } from "#features/text/links.ts";
import { plainLines } from "#features/text/plain.ts";
import { AttachmentChange, attachmentIn, isOtherFile } from "./attachment-change.tsx";
import { EntriesChange } from "./entries-change.tsx";
import { fieldKey } from "./field-names.ts";
import { addressLine, fieldFigure, fieldFocus, fieldLine, type Naming } from "./field-values.ts";
import { FigureChange, figureIn, figureLabel, fileLabel } from "./figure-change.tsx";
import { GalleryChange, galleryIn, galleryLabel } from "./gallery-change.tsx";
import { isOtherMedia, MediaChange, mediaIn } from "./media-change.tsx";
import { MarkedWords } from "./words.tsx";

type Props = {
  kind: KindName;
  comparison: Comparison;
  before: Content;
  after: Content;
  naming: Naming;
  /** Those of both texts. */
  pictures: Pictures;
};

/** What changed, field by field and block by block; what stayed is only counted. */
export function Changes({ kind, comparison, before, after, naming, pictures }: Props) {
  const t = useTranslations("desk.changes");
  const called = useTranslations("terms.fields");
  const { fields, blocks, changed } = comparison;
  if (!changed) return <p>{t("nothing")}</p>;
  const fieldChange = (change: FieldChange) => {
    const [was, is] = [before, after].map((content) => fieldFigure(kind, change.field, content));
    if (was || is) {
      const figure = { before: was ?? null, after: is ?? null };
      const focus = { before: fieldFocus(kind, change.field, before), after: fieldFocus(kind, change.field, after) };
      return <FigureChange {...{ figure, pictures, focus }} />;
    }
    if (kind === "week" && change.field === "entries") return <EntriesChange {...{ before, after, naming }} />;
    return <MarkedWords words={wordsOf(kind, change, before, after, naming)} />;
  };
  return (
    <dl className="space-y-4">
      {fields.map((change) => (
        <div key={change.field}>
          <dt className="text-sm font-semibold text-ink-soft">{called(fieldKey(kind, change.field))}</dt>
          <dd>{fieldChange(change)}</dd>
        </div>
      ))}
      {stretches(blocks).map((stretch) => {
        if (stretch.kind === "same") {
          return (
            <div key={stretch.key} className="text-sm text-ink-soft">
              <dt className="sr-only">{called("body")}</dt>
              <dd>{t("unchanged", { count: stretch.count })}</dd>
            </div>
          );
        }
        const { change } = stretch;
        const figure = figureIn(change);
        const attachment = attachmentIn(change);
        const gallery = galleryIn(change);
        const media = mediaIn(change);
        const links = changedLinks(change, naming);
        return (
          <div key={stretch.key}>
            <dt className="text-sm font-semibold text-ink-soft">
              {figure
                ? t(`figure.${figureLabel(change, figure)}`)
                : gallery
                  ? t(`gallery.${galleryLabel(change)}`)
                  : attachment
                    ? t(`attachment.${fileLabel(change, isOtherFile(attachment))}`)
                    : media
                      ? t(`media.${fileLabel(change, isOtherMedia(media))}`, {
                          kind: (media.after ?? media.before)?.type ?? "",
                        })
                      : t(`block.${labelOf(change)}`)}
              {isAwaited(change) ? ` – ${t("awaited")}` : null}
            </dt>
            <dd>
              {figure ? (
                <>
                  <FigureChange figure={figure} pictures={pictures} />
                  {links.length > 0 ? <MarkedWords words={links} /> : null}
                </>
              ) : gallery ? (
                <GalleryChange gallery={gallery} pictures={pictures} />
              ) : attachment ? (
                <AttachmentChange attachment={attachment} files={pictures} />
              ) : media ? (
                <>
                  <MediaChange media={media} files={pictures} />
                  {links.length > 0 ? <MarkedWords words={links} /> : null}
                </>
              ) : (
                <MarkedWords words={[...blockWords(change, t("noWords")), ...links]} />
              )}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

function wordsOf(kind: KindName, change: FieldChange, before: Content, after: Content, naming: Naming): Words[] {
  return (
    change.words ??
    compareWords(fieldLine(kind, change.field, before, naming), fieldLine(kind, change.field, after, naming))
  );
}

type Changed = Exclude<BlockChange, { kind: "same" }>;
type Stretch = { key: string } & ({ kind: "same"; count: number } | { kind: "changed"; change: Changed });

function stretches(blocks: readonly BlockChange[]): Stretch[] {
  const found: Stretch[] = [];
  for (const [at, change] of blocks.entries()) {
    const last = found.at(-1);
    if (change.kind !== "same") found.push({ key: `${change.kind}${at}`, kind: "changed", change });
    else if (last?.kind === "same") last.count += 1;
    else found.push({ key: `same${at}`, kind: "same", count: 1 });
  }
  return found;
}

/** A picture that is not there yet: readers get nothing of its caption. */
function isAwaited(change: Changed): boolean {
  const block = "after" in change ? change.after : change.before;
  return block.type === "figure" && block.attrs.file === null;
}

function labelOf(change: Changed) {
  if (change.kind !== "changed") return change.kind;
  if (change.words.every(({ kind }) => kind === "same")) return change.moved ? "movedAndLook" : "look";
  return change.moved ? "movedAndChanged" : "changed";
}

/** What a block says; one without words (a picture that is awaited) says that. */
function blockWords(change: Changed, noWords: string): readonly Words[] {
  const words: readonly Words[] = change.kind === "moved" ? textOf(change.after) : change.words;
  return words.some(({ text }) => text.trim() !== "") ? words : [{ text: noWords, kind: "same" }];
}

const textOf = (block: Block): Words[] => [{ text: plainLines(block).join("\n"), kind: "same" }];

/** A link may lead elsewhere while its words stay; words that are new do not say where theirs leads. */
function changedLinks(change: Changed, naming: Naming): Words[] {
  const old = "before" in change ? addressesIn(change.before) : [];
  const now = "after" in change ? addressesIn(change.after) : [];
  const line = (kind: "added" | "removed") => (address: string) => ({
    text: `\n${addressLine(address, naming)}`,
    kind,
  });
  return [
    ...old.filter((address) => !now.includes(address)).map(line("removed")),
    ...now.filter((address) => !old.includes(address)).map(line("added")),
  ];
}

const addressesIn = (block: Block): string[] => [...new Set(linksIn(block).map(({ address }) => address))];
