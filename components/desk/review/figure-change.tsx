import { useTranslations } from "next-intl";
import { BodyPicture } from "#components/article/body-picture.tsx";
import type { Pictures } from "#features/files/picture.ts";
import type { Focus } from "#features/kinds/lead.ts";
import type { Figure } from "#features/text/body.ts";
import type { BlockChange } from "#features/text/compare.ts";
import { pictureIn } from "#features/text/figures.ts";
import { PARTS, readCut } from "#features/text/picture-cut.ts";
import { inlineText } from "#features/text/plain.ts";
import { BeforeAndAfter, type Line } from "./before-and-after.tsx";

/** What became of a picture's place in a text, with the picture before and after it. */
export type ChangedFigure = { before: Figure | null; after: Figure | null };

type Changed = Exclude<BlockChange, { kind: "same" }>;

/** The figure that a change is about, where one of its pictures was named; null for all other changes. */
export function figureIn(change: Changed): ChangedFigure | null {
  const figures = figuresOf(change);
  return figures.before?.attrs.file || figures.after?.attrs.file ? figures : null;
}

/** The same of a change that is about a figure, whether a picture was named or not. */
export function figuresOf(change: BlockChange): ChangedFigure {
  const after = "after" in change ? change.after : null;
  const before = change.kind === "same" ? after : "before" in change ? change.before : null;
  return { before: before?.type === "figure" ? before : null, after: after?.type === "figure" ? after : null };
}

/** Of a file's place: whether another one is there, or what else became of it. */
export function fileLabel(change: Changed, isOther: boolean) {
  if (change.kind !== "changed") return change.kind;
  if (isOther) return change.moved ? "movedAndOther" : "other";
  return change.moved ? "movedAndChanged" : "changed";
}

/** The same of a picture's, where another part of the same one may be shown. */
export function figureLabel(change: Changed, figure: ChangedFigure) {
  const label = fileLabel(change, isOtherPicture(figure));
  if (change.kind !== "changed" || !isOtherCut(figure)) return label;
  return change.moved ? "movedAndCut" : "cutAnew";
}

/** Whether there is another picture in its place. */
export const isOtherPicture = ({ before, after }: ChangedFigure): boolean => before?.attrs.file !== after?.attrs.file;

/** Whether another part of the same picture is shown, or the same one turned. */
export const isOtherCut = (figure: ChangedFigure): boolean =>
  !isOtherPicture(figure) && (figure.before?.attrs.cut ?? "") !== (figure.after?.attrs.cut ?? "");

/** What lists keep in sight of a picture before and after a change; null is its middle. */
type ChangedFocus = { before: Focus | null; after: Focus | null };

type Props = { figure: ChangedFigure; pictures: Pictures; focus?: ChangedFocus };

/** The picture, or the old one and the new one side by side, and each of its words with what changed. */
export function FigureChange({ figure, pictures, focus }: Props) {
  const t = useTranslations("desk.changes.figure");
  return (
    <BeforeAndAfter
      change={figure}
      isOther={isOtherPicture(figure) || isOtherCut(figure)}
      names={{ old: t("old"), new: t("new") }}
      lines={linesOf(t, figure, focus)}
    >
      {(one) => <Shown figure={one} pictures={pictures} none={t("none")} enlarge={t("enlarge")} />}
    </BeforeAndAfter>
  );
}

type ShownProps = { figure: Figure | null; pictures: Pictures; none: string; enlarge: string };

function Shown({ figure, pictures, none, enlarge }: ShownProps) {
  const picture = pictures.get((figure && pictureIn(figure.attrs)) ?? "");
  if (!picture || !("sources" in picture)) {
    return <p className="text-sm text-warn">{picture && "why" in picture ? picture.why : none}</p>;
  }
  return (
    <div className="[&_img]:h-auto [&_img]:max-h-96 [&_img]:w-auto [&_img]:max-w-full [&_img]:rounded [&_img]:bg-line">
      <BodyPicture picture={picture} alt={figure?.attrs.alt ?? ""} isFirst={false} enlarge={enlarge} beside />
    </div>
  );
}

type Words = ReturnType<typeof useTranslations<"desk.changes.figure">>;

/** All that is signed with a picture, in the order in which a page has it. */
function linesOf(
  t: Words,
  { before, after }: ChangedFigure,
  focus: ChangedFocus = { before: null, after: null },
): Line[] {
  const both = (name: "caption" | "credit" | "ai" | "alt" | "cut", of: (figure: Figure) => string) => {
    return { label: t(name), was: before ? of(before) : "", is: after ? of(after) : "" };
  };
  return [
    both("cut", ({ attrs }) => cutLine(t, attrs.cut ?? "")),
    { label: t("focus"), was: focusLine(t, focus.before), is: focusLine(t, focus.after) },
    both("caption", ({ content }) => inlineText(content)),
    both("credit", ({ attrs }) => attrs.credit),
    both("ai", ({ attrs: { ai = "none" } }) => (ai === "none" ? "" : t(`aiLabels.${ai}`))),
    both("alt", ({ attrs }) => (attrs.decorative ? t("decorative") : attrs.alt)),
  ];
}

/** How a picture is turned and cut, for people; nothing of one that is whole. */
function cutLine(t: Words, spelt: string): string {
  const cut = readCut(spelt);
  if (spelt === "" || cut === null) return "";
  const percent = (parts: number) => parts / (PARTS / 100);
  return t("cutTo", {
    turn: cut.turn,
    ...{ width: percent(cut.width), height: percent(cut.height), x: percent(cut.x), y: percent(cut.y) },
  });
}

const focusLine = (t: Words, focus: Focus | null): string =>
  focus === null ? "" : t("focusAt", { x: focus.x * 10, y: focus.y * 10 });
