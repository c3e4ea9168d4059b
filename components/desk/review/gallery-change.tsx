import { useTranslations } from "next-intl";
import { Details } from "#components/ui/details.tsx";
import type { Pictures } from "#features/files/picture.ts";
import type { Gallery } from "#features/text/body.ts";
import { type BlockChange, compareGalleries, compareWords } from "#features/text/compare.ts";
import { FigureChange, figureLabel, figuresOf } from "./figure-change.tsx";
import { MarkedWords } from "./words.tsx";

type Changed = Exclude<BlockChange, { kind: "same" }>;

/** What became of a gallery of a text, with what it was before and after it. */
type ChangedGallery = { before: Gallery | null; after: Gallery | null };

/** The gallery that a change is about; null for all other changes. */
export function galleryIn(change: Changed): ChangedGallery | null {
  const [before, after] = ["before" in change ? change.before : null, "after" in change ? change.after : null];
  const galleries = {
    before: before?.type === "gallery" ? before : null,
    after: after?.type === "gallery" ? after : null,
  };
  return galleries.before || galleries.after ? galleries : null;
}

export function galleryLabel(change: Changed) {
  if (change.kind !== "changed") return change.kind;
  return change.moved ? "movedAndChanged" : "changed";
}

type Props = { gallery: ChangedGallery; pictures: Pictures };

/** Each picture that is new, gone, changed or elsewhere, with where it stood and stands; those that stayed are behind their number. */
export function GalleryChange({ gallery: { before, after }, pictures }: Props) {
  const t = useTranslations("desk.changes");
  const changes = compareGalleries(before, after);
  const caption = compareWords(before?.attrs.caption ?? "", after?.attrs.caption ?? "");
  const shown = changes.flatMap((change) => (change.kind === "same" ? [] : [change]));
  const stayed = changes.filter(({ kind }) => kind === "same");
  const isReordered = shown.some((change) => change.kind === "moved" || (change.kind === "changed" && change.moved));
  const placeIn = (list: Gallery | null, id: string | undefined) =>
    (list?.content.findIndex(({ attrs }) => attrs.id === id) ?? -1) + 1;
  return (
    <div className="mt-1 space-y-3 border-line border-s-2 ps-3">
      {caption.length === 0 ? null : (
        <p className="text-sm">
          <span className="font-semibold text-ink-soft">{t("gallery.caption")}:</span> <MarkedWords words={caption} />
        </p>
      )}
      {isReordered ? <p className="text-sm font-semibold">{t("gallery.order")}</p> : null}
      {shown.map((change) => {
        const figure = figuresOf(change);
        const [was, is] = [placeIn(before, figure.before?.attrs.id), placeIn(after, figure.after?.attrs.id)];
        return (
          <section key={`${change.kind}${figure.after?.attrs.id ?? figure.before?.attrs.id}`}>
            <h3 className="text-sm font-semibold text-ink-soft">
              {t("gallery.place", { was, is })} – {t(`figure.${figureLabel(change, figure)}`)}
            </h3>
            <FigureChange figure={figure} pictures={pictures} />
          </section>
        );
      })}
      {stayed.length === 0 ? null : (
        <Details label={t("gallery.stayed", { count: stayed.length })}>
          <div className="space-y-3">
            {stayed.map((change) => {
              const figure = figuresOf(change);
              return <FigureChange key={figure.after?.attrs.id} figure={figure} pictures={pictures} />;
            })}
          </div>
        </Details>
      )}
    </div>
  );
}
