import { useTranslations } from "next-intl";
import type { ComparedField } from "#features/text/compare.ts";
import type { Content } from "#features/text/content.ts";
import { fieldLine, type Naming } from "./field-values.ts";

/** What is approved with a text and cannot be read off its page: where else it is listed, its address, whom it does not name. */
export function TextFacts({ content, naming }: { content: Content; naming: Naming }) {
  const called = useTranslations("terms.fields");
  const lines = factsOf(content).flatMap((field) => {
    const line = fieldLine(field, content, naming);
    return line === "" ? [] : [{ field, line }];
  });
  return (
    <dl className="space-y-1.5 text-sm">
      {lines.map(({ field, line }) => (
        <div key={field} className="break-words">
          <dt className="inline font-semibold text-ink-soft">{called(field)}:</dt> <dd className="inline">{line}</dd>
        </div>
      ))}
    </dl>
  );
}

const factsOf = ({ byline }: Content): ComparedField[] => [
  "secondSectionIds",
  "kind",
  "origin",
  ...(byline.hidden ? (["byline"] as const) : []),
  "slug",
];
