import { useTranslations } from "next-intl";
import { NOTE_LIMIT, type NoteOffered } from "#features/kinds/notes.ts";
import type { Fields } from "#features/text/kind.ts";
import { NOTE_KINDS, type NoteKind } from "#features/text/notes.ts";
import { cleanLines } from "#lib/nfc.ts";
import { FieldFrame, INPUT } from "./field-frame.tsx";
import { useTooLong } from "./too-long.ts";

type Words = Readonly<Record<NoteKind, string>>;
type Props = {
  fields: Words;
  onChange: (change: Partial<Words>) => void;
  readOnly: boolean;
  /** Those that this edition may have, or owes. One that was written stays in sight all the same. */
  notes: readonly NoteOffered[];
  /** What the text before says there. The same words once more are carried on, and no new note. */
  before?: Fields;
  /** The language in which readers read them. */
  language?: "vi" | "en";
};

/** What readers are told of this edition: what was wrong, or what has joined. */
export function NoteFields({ fields, notes, before = {}, ...field }: Props) {
  const shown = NOTE_KINDS.flatMap((kind) => {
    const offered = notes.find((one) => one.kind === kind);
    return offered === undefined && fields[kind] === "" ? [] : [{ kind, required: offered?.required ?? false }];
  });
  return shown.map((note) => (
    <NoteField key={note.kind} {...field} {...note} words={fields[note.kind]} before={before[note.kind]} />
  ));
}

type FieldProps = Omit<Props, "fields" | "notes" | "before"> & NoteOffered & { words: string; before: unknown };

function NoteField({ kind, required, words, before, onChange, readOnly, language = "vi" }: FieldProps) {
  const t = useTranslations("editor.fields");
  const tooLong = useTooLong();
  const label = t(`notes.${kind}`, { language });
  const isSame = () => before !== "" && cleanLines(words) === before;
  return (
    <FieldFrame
      name={kind}
      label={label}
      hint={t(`notes.${kind}Hint`, { language })}
      problem={tooLong(label, words, NOTE_LIMIT) ?? (isSame() ? t("notes.same") : null)}
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
  );
}
