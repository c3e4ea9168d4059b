import { useTranslations } from "next-intl";
import type { ArticleContent } from "#features/kinds/article.ts";
import { type KindName, kindOf } from "#features/kinds/kinds.ts";
import type { Content } from "#features/text/kind.ts";
import { fieldKey } from "./field-names.ts";
import { fieldLine, type Naming } from "./field-values.ts";

type Props = { kind: KindName; content: Content; naming: Naming };

/** What is approved with a text and cannot be read off its page: where else it is listed, its address, whom it does not name. */
export function TextFacts(props: Props) {
  return <Lines {...props} fields={FACTS[props.kind](props.content)} />;
}

/** Everything that a text says beside its body. */
export function FieldLines(props: Props) {
  return <Lines {...props} fields={kindOf(props).fields} />;
}

function Lines({ kind, content, naming, fields }: Props & { fields: readonly string[] }) {
  const called = useTranslations("terms.fields");
  const lines = fields.flatMap((field) => {
    const line = fieldLine(kind, field, content, naming);
    return line === "" ? [] : [{ field, line }];
  });
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
    ...["secondSectionIds", "kind", "origin"],
    ...((content as ArticleContent).byline.hidden ? ["byline"] : []),
    "slug",
  ],
  page: () => ["slug", "place"],
  site: () => ["menu", "notice"],
};
