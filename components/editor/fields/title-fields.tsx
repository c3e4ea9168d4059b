import { type RefObject, useRef } from "react";
import { GrowingField, inOneLine } from "./growing-field.tsx";

type Words = { title: string; standfirst: string };

type Props = {
  fields: Words;
  labels: Words;
  /** Longest texts, in UTF-16 units. */
  limits: Record<keyof Words, number>;
  /** That of the title. */
  field: RefObject<HTMLTextAreaElement | null>;
  readOnly: boolean;
  onChange: (change: Partial<Words>) => void;
  /** Goes on to the body. */
  onDone: () => void;
};

/** A title and the standfirst below it, in the type and sizes readers see. Enter goes on to the next field. */
export function TitleFields({ fields, labels, limits, field, readOnly, onChange, onDone }: Props) {
  const standfirst = useRef<HTMLTextAreaElement>(null);
  return (
    <div className="reader-type space-y-2">
      <GrowingField
        {...{ field, readOnly }}
        name="title"
        label={labels.title}
        value={fields.title}
        most={limits.title}
        className="text-2xl leading-snug font-bold sm:text-3xl"
        onDone={() => standfirst.current?.focus()}
        onType={(words) => onChange({ title: inOneLine(words) })}
      />
      <GrowingField
        {...{ readOnly, onDone }}
        field={standfirst}
        name="standfirst"
        label={labels.standfirst}
        value={fields.standfirst}
        most={limits.standfirst}
        className="text-lg leading-snug font-semibold"
        onType={(words) => onChange({ standfirst: words })}
      />
    </div>
  );
}
