import { useTranslations } from "next-intl";
import { BodyPicture } from "#components/article/body-picture.tsx";
import type { Pictures } from "#features/files/picture.ts";
import type { Figure } from "#features/text/body.ts";
import { type BlockChange, compareWords } from "#features/text/compare.ts";
import { inlineText } from "#features/text/plain.ts";
import { MarkedWords } from "./words.tsx";

/** What became of a picture's place in a text, with the picture before and after it. */
export type ChangedFigure = { before: Figure | null; after: Figure | null };

/** The figure that a change is about, where one of its pictures was named; null for all other changes. */
export function figureIn(change: Exclude<BlockChange, { kind: "same" }>): ChangedFigure | null {
  const [before, after] = ["before" in change ? change.before : null, "after" in change ? change.after : null];
  const figures = {
    before: before?.type === "figure" ? before : null,
    after: after?.type === "figure" ? after : null,
  };
  return figures.before?.attrs.file || figures.after?.attrs.file ? figures : null;
}

/** Whether there is another picture in its place. */
export const isOtherPicture = ({ before, after }: ChangedFigure): boolean => before?.attrs.file !== after?.attrs.file;

/** The picture, or the old one and the new one side by side, and each of its words with what changed. */
export function FigureChange({ figure, pictures }: { figure: ChangedFigure; pictures: Pictures }) {
  const t = useTranslations("desk.changes.figure");
  const { before, after } = figure;
  const isOther = before !== null && after !== null && isOtherPicture(figure);
  const shown = isOther ? [before, after] : [after ?? before];
  return (
    <>
      <div className="mt-1 grid gap-3 sm:grid-cols-2">
        {shown.map((one, at) => (
          <div key={one?.attrs.file ?? at} className="min-w-0">
            {isOther ? <p className="mb-1 text-sm text-ink-soft">{t(at === 0 ? "old" : "new")}</p> : null}
            <Shown figure={one} pictures={pictures} none={t("none")} enlarge={t("enlarge")} />
          </div>
        ))}
      </div>
      <dl className="mt-2 space-y-1 text-sm">
        {WORDS.map(({ name, of }) => {
          const words = compareWords(said(of, before, t("decorative")), said(of, after, t("decorative")));
          return words.length === 0 ? null : (
            <div key={name}>
              <dt className="inline font-semibold text-ink-soft">{t(name)}:</dt>{" "}
              <dd className="inline">
                <MarkedWords words={words} />
              </dd>
            </div>
          );
        })}
      </dl>
    </>
  );
}

type ShownProps = { figure: Figure | null; pictures: Pictures; none: string; enlarge: string };

function Shown({ figure, pictures, none, enlarge }: ShownProps) {
  const picture = pictures.get(figure?.attrs.file ?? "");
  if (!picture || !("sources" in picture)) {
    return <p className="text-sm text-warn">{picture && "why" in picture ? picture.why : none}</p>;
  }
  return (
    <div className="[&_img]:h-auto [&_img]:max-h-96 [&_img]:w-auto [&_img]:max-w-full [&_img]:rounded [&_img]:bg-line">
      <BodyPicture picture={picture} alt={figure?.attrs.alt ?? ""} isFirst={false} enlarge={enlarge} beside />
    </div>
  );
}

type Of = (figure: Figure, decorative: string) => string;

/** All words that are signed with a picture, in the order in which a page has them. */
const WORDS: readonly { name: "caption" | "credit" | "alt"; of: Of }[] = [
  { name: "caption", of: ({ content }) => inlineText(content) },
  { name: "credit", of: ({ attrs }) => attrs.credit },
  { name: "alt", of: ({ attrs }, decorative) => (attrs.decorative ? decorative : attrs.alt) },
];

const said = (of: Of, figure: Figure | null, decorative: string) => (figure ? of(figure, decorative) : "");
