import { useTranslations } from "next-intl";
import { NOTE_LIMIT, type NoteOffered } from "#features/kinds/notes.ts";
import { NOTE_KINDS, type NoteKind } from "#features/text/notes.ts";
import { FieldFrame, INPUT } from "./field-frame.tsx";
import { useTooLong } from "./too-long.ts";

type Words = Readonly<Record<NoteKind, string>>;
type Props = {
  fields: Words;
  onChange: (change: Partial<Words>) => void;
  readOnly: boolean;
  /** Those that this edition may have, or owes. One that was written stays in sight all the same. */
  notes: readonly NoteOffered[];
  /** The language in which readers read them. */
  language?: "vi" | "en";
};

/** What readers are told of this edition: what was wrong, or what has joined. */
export function NoteFields({ fields, notes, ...field }: Props) {
  const shown = NOTE_KINDS.flatMap((kind) => {
    const offered = notes.find((one) => one.kind === kind);
    return offered === undefined && fields[kind] === "" ? [] : [{ kind, required: offered?.required ?? false }];
  });
  return shown.map((note) => <NoteField key={note.kind} {...field} {...note} words={fields[note.kind]} />);
}

type FieldProps = Omit<Props, "fields" | "notes"> & NoteOffered & { words: string };

function NoteField({ kind, required, words, onChange, readOnly, language = "vi" }: FieldProps) {
  const t = useTranslations("editor.fields");
  const tooLong = useTooLong();
  const label = t(`notes.${kind}`, { language });
  return (
    <div data-field={kind}>
      <FieldFrame
        label={label}
        hint={t(`notes.${kind}Hint`, { language })}
        problem={tooLong(label, words, NOTE_LIMIT)}
        required={required}
      >
        {(ids) => (
          <textarea
            {...ids}
            className={`${INPUT} [field-sizing:content]`}
            rows={3}
            lang={language}
            value={words}
            readOnly={readOnly}
            onChange={(event) => onChange({ [kind]: event.target.value })}
          />
        )}
      </FieldFrame>
    </div>
  );
}
