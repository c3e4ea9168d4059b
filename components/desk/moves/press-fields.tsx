import { useTranslations } from "next-intl";
import { useState } from "react";
import { Field, SelectField, TextField } from "#components/ui/field.tsx";
import { type Press, saidWith } from "#features/workflow/presses.ts";
import { RETURN_REASONS, WITHDRAWAL_REASONS } from "#features/workflow/reasons.ts";

export type PressOptions = {
  people: readonly { id: number; name: string }[];
  articles: readonly { id: number; headline: string }[];
  /** As a `datetime-local` field takes it: the first sensible hour, and now. */
  suggestedAt: string;
  earliestAt: string;
};

type Props = { press: Press; options: PressOptions };

/** What has to be said with a press. What was typed stays when the answer is a no. */
export function PressFields({ press, options }: Props) {
  const says = saidWith(press);
  if (says === "time") return <TimeField options={options} />;
  if (says === "person") return <PersonField options={options} />;
  if (press === "return") return <ReturnFields />;
  if (press === "withdraw") return <WithdrawFields options={options} />;
  return says === "reason" ? <WordsField name="reason" label="reason" required /> : null;
}

function TimeField({ options }: Pick<Props, "options">) {
  const t = useTranslations("desk.press");
  const [at, setAt] = useState(options.suggestedAt);
  return (
    <Field
      id="press-at"
      name="at"
      type="datetime-local"
      label={t("at")}
      hint={t("atHint")}
      required
      min={options.earliestAt}
      value={at}
      onChange={(event) => setAt(event.target.value)}
    />
  );
}

function PersonField({ options }: Pick<Props, "options">) {
  const t = useTranslations("desk.press");
  const [person, setPerson] = useState("");
  return (
    <SelectField
      id="press-person"
      name="toPersonId"
      label={t("toPerson")}
      required
      value={person}
      onChange={(event) => setPerson(event.target.value)}
    >
      <option value="">{t("choose")}</option>
      {options.people.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </SelectField>
  );
}

function ReturnFields() {
  const t = useTranslations("desk.press");
  const [reason, setReason] = useState("");
  return (
    <>
      <Reasons value={reason} onChange={setReason} reasons={RETURN_REASONS} />
      <WordsField name="words" label="words" hint={t("wordsHint")} required />
    </>
  );
}

function WithdrawFields({ options }: Pick<Props, "options">) {
  const t = useTranslations("desk.press");
  const [reason, setReason] = useState("");
  const [into, setInto] = useState("");
  return (
    <>
      <Reasons value={reason} onChange={setReason} reasons={WITHDRAWAL_REASONS} hint={t("withdrawHint")} />
      {reason === "merged" ? (
        <>
          <Field
            id="press-into"
            name="mergedInto"
            label={t("mergedInto")}
            hint={t("mergedIntoHint")}
            list="press-articles"
            autoComplete="off"
            required
            value={into}
            onChange={(event) => setInto(event.target.value)}
          />
          <datalist id="press-articles">
            {options.articles.map(({ id, headline }) => (
              <option key={id} value={t("articleLine", { headline, id })} />
            ))}
          </datalist>
        </>
      ) : null}
      <WordsField name="words" label="internalWords" hint={t("internalWordsHint")} />
    </>
  );
}

type ReasonsProps = {
  value: string;
  onChange: (reason: string) => void;
  reasons: Readonly<Record<string, string>>;
  hint?: string;
};

function Reasons({ value, onChange, reasons, hint }: ReasonsProps) {
  const t = useTranslations("desk.press");
  return (
    <SelectField
      id="press-reason"
      name="reason"
      label={t("reason")}
      hint={hint}
      required
      value={value}
      onChange={(event) => onChange(event.target.value)}
    >
      <option value="">{t("choose")}</option>
      {Object.entries(reasons).map(([code, label]) => (
        <option key={code} value={code}>
          {label}
        </option>
      ))}
    </SelectField>
  );
}

type WordsProps = { name: "reason" | "words"; label: string; hint?: string; required?: boolean };

function WordsField({ name, label, hint, required = false }: WordsProps) {
  const t = useTranslations("desk.press");
  const [words, setWords] = useState("");
  return (
    <TextField
      id={`press-${name}`}
      name={name}
      label={t(label)}
      hint={hint}
      rows={3}
      maxLength={name === "reason" ? 2_000 : 4_000}
      required={required}
      value={words}
      onChange={(event) => setWords(event.target.value)}
    />
  );
}
