import { useTranslations } from "next-intl";
import type { Block } from "#features/text/body.ts";
import {
  type BlockChange,
  type Comparison,
  compareWords,
  type FieldChange,
  type Words,
} from "#features/text/compare.ts";
import type { Content } from "#features/text/content.ts";
import { plainLines } from "#features/text/plain.ts";
import { fieldLine, type Naming } from "./field-values.ts";
import { MarkedWords } from "./words.tsx";

type Props = { comparison: Comparison; before: Content; after: Content; naming: Naming };

/** What changed, field by field and block by block; what stayed is only counted. */
export function Changes({ comparison, before, after, naming }: Props) {
  const t = useTranslations("desk.changes");
  const called = useTranslations("terms.fields");
  const { fields, blocks, changed } = comparison;
  if (!changed) return <p>{t("nothing")}</p>;
  return (
    <dl className="space-y-4">
      {fields.map((change) => (
        <div key={change.field}>
          <dt className="text-sm font-semibold text-ink-soft">{called(change.field)}</dt>
          <dd>
            <MarkedWords words={wordsOf(change, before, after, naming)} />
          </dd>
        </div>
      ))}
      {stretches(blocks).map((stretch) =>
        stretch.kind === "same" ? (
          <div key={stretch.key} className="text-sm text-ink-soft">
            <dt className="sr-only">{called("body")}</dt>
            <dd>{t("unchanged", { count: stretch.count })}</dd>
          </div>
        ) : (
          <div key={stretch.key}>
            <dt className="text-sm font-semibold text-ink-soft">
              {t(`block.${labelOf(stretch.change)}`)}
              {isAwaited(stretch.change) ? ` – ${t("awaited")}` : null}
            </dt>
            <dd>
              <MarkedWords words={blockWords(stretch.change, t("noWords"))} />
            </dd>
          </div>
        ),
      )}
    </dl>
  );
}

function wordsOf(change: FieldChange, before: Content, after: Content, naming: Naming): Words[] {
  return change.words ?? compareWords(fieldLine(change.field, before, naming), fieldLine(change.field, after, naming));
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

/** What a block says; one without words (a picture that is awaited) says that. Where a link leads is said as well. */
function blockWords(change: Changed, noWords: string): readonly Words[] {
  const words: readonly Words[] = change.kind === "moved" ? textOf(change.after) : change.words;
  const links = "before" in change && "after" in change ? changedLinks(change.before, change.after) : [];
  const said = words.some(({ text }) => text.trim() !== "") ? words : ([{ text: noWords, kind: "same" }] as const);
  return [...said, ...links];
}

const textOf = (block: Block): Words[] => [{ text: plainLines(block).join("\n"), kind: "same" }];

/** A link may lead elsewhere while its words stay. */
function changedLinks(before: Block, after: Block): Words[] {
  const [old, now] = [linksIn(before), linksIn(after)];
  const gone = old
    .filter((href) => !now.includes(href))
    .map((href) => ({ text: `\n${href}`, kind: "removed" as const }));
  const come = now.filter((href) => !old.includes(href)).map((href) => ({ text: `\n${href}`, kind: "added" as const }));
  return [...gone, ...come];
}

const linksIn = (block: Block): string[] =>
  [...JSON.stringify(block).matchAll(/"href":("(?:[^"\\]|\\.)*")/g)].map(
    ([, href = '""']) => JSON.parse(href) as string,
  );
