import { useTranslations } from "next-intl";
import type { ArticleContent } from "#features/kinds/article.ts";
import type { BannerContent } from "#features/kinds/banner.ts";
import { inEnglish } from "#features/kinds/banner-sentences-english.ts";
import { type KindName, kindOf } from "#features/kinds/kinds.ts";
import { figuresOf } from "#features/text/figures.ts";
import type { Content } from "#features/text/kind.ts";
import { fieldKey } from "./field-names.ts";
import { fieldFocus, fieldLine, type Naming } from "./field-values.ts";

type Props = { kind: KindName; content: Content; naming: Naming };
type Line = { field: string; line: string };

/** What is approved with a text and cannot be read off its page: where else it is listed, its address, whom it does not name. */
export function factsOf(text: Props): Line[] {
  return [...linesOf(text, FACTS[text.kind](text.content)), ...englishOf(text), ...focusOf(text), ...altsOf(text)];
}

/** What English pages say in place of a fixed sentence: it goes out with that. */
function englishOf({ kind, content }: Props): Line[] {
  const said = kind === "banner" ? inEnglish((content as BannerContent).words) : null;
  return said === null ? [] : [{ field: "bannerEnglish", line: said.map(({ words }) => words).join("") }];
}

/** What lists keep in sight of the lead picture, where that is not its middle. */
function focusOf({ kind, content, naming }: Props): Line[] {
  const focus = fieldFocus(kind, "lead", content);
  return focus === null ? [] : [{ field: "focus", line: naming.focus(focus) }];
}

/** What readers who do not see the pictures are told of them. */
function altsOf({ kind, content, naming }: Props): Line[] {
  const pictures = figuresOf(kindOf({ kind }), content).filter(({ attrs }) => attrs.file !== null);
  const lines = pictures.map(
    ({ attrs }, at) => `${at + 1}. ${attrs.decorative ? naming.decorative : attrs.alt || "–"}`,
  );
  return lines.length > 0 ? [{ field: "alts", line: lines.join("\n") }] : [];
}

/** Everything that a text says beside its body. */
export function FieldLines(props: Props) {
  return <TextFacts kind={props.kind} lines={linesOf(props, kindOf(props).fields)} />;
}

/** The fields that say something. */
function linesOf({ kind, content, naming }: Props, fields: readonly string[]): Line[] {
  return fields.flatMap((field) => {
    const line = fieldLine(kind, field, content, naming);
    return line === "" ? [] : [{ field, line }];
  });
}

/** Lines of a text, each with its name. */
export function TextFacts({ kind, lines }: { kind: KindName; lines: readonly Line[] }) {
  const called = useTranslations("terms.fields");
  return (
    <dl className="space-y-1.5 text-sm">
      {lines.map(({ field, line }) => (
        <div key={field} className="break-words">
          <dt className="inline font-semibold text-ink-soft">{called(fieldKey(kind, field))}:</dt>{" "}
          {line.includes("\n") ? (
            <dd className="mt-0.5 whitespace-pre-line">{line}</dd>
          ) : (
            <dd className="inline">{line}</dd>
          )}
        </div>
      ))}
    </dl>
  );
}

/** Of each kind, what its page does not say. */
const FACTS: Record<KindName, (content: Content) => string[]> = {
  article: (content) => [
    ...["secondSectionIds", "related", "kind", "origin"],
    ...((content as ArticleContent).byline.hidden ? ["byline"] : []),
    "slug",
  ],
  banner: () => ["sentence", "link", "begins"],
  front: () => ["sectionId", "newDays", "bands"],
  page: () => ["slug", "place"],
  paper: () => ["slug"],
  site: () => ["english", "menu", "notice"],
  topic: () => ["slug"],
  week: () => ["slug"],
  translation: () => ["slug"],
};
