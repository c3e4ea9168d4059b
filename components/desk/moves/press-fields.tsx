import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Called } from "#components/desk/called.ts";
import { ComboField } from "#components/ui/combo-field.tsx";
import { SelectField, TextField } from "#components/ui/field.tsx";
import { matching } from "#components/ui/matching.ts";
import { type Press, saidWith } from "#features/moves/presses.ts";
import { isNamedWhenGone, isWithdrawalReason, RETURN_REASONS, WITHDRAWAL_REASONS } from "#features/workflow/reasons.ts";
import type { Problems } from "#lib/checked.ts";
import { TimeField } from "./time-field.tsx";

export type PressOptions = {
  people: readonly { id: number; name: string; canSignIn: boolean }[];
  articles: readonly { id: number; title: string }[];
  /** Hours that are often chosen, as the field takes them, the nearest first. */
  hours: readonly { at: string; time: string; isToday: boolean }[];
};

type Props = { press: Press; called: Called; options: PressOptions; problems: Problems };

type Problem = { problem?: string };

/** Of a list of what fits. */
const MOST_SHOWN = 8;

/** What has to be said with a press. What was typed stays when the answer is a no. */
export function PressFields({ press, called, options, problems }: Props) {
  const says = saidWith(press);
  if (says === "time") return <TimeField options={options} problem={problems.at} />;
  if (says === "person") return <PersonField options={options} problem={problems.toPersonId} />;
  if (press === "return") return <ReturnFields problems={problems} />;
  if (press === "withdraw") return <WithdrawFields called={called} options={options} problems={problems} />;
  return says === "reason" ? <WordsField name="reason" label="reason" problem={problems.reason} /> : null;
}

function PersonField({ options, problem }: Pick<Props, "options"> & Problem) {
  const t = useTranslations("desk.press");
  const [person, setPerson] = useState("");
  return (
    <SelectField
      id="press-person"
      name="toPersonId"
      label={t("toPerson")}
      problem={problem}
      value={person}
      onChange={(event) => setPerson(event.target.value)}
    >
      <option value="">{t("choose")}</option>
      {options.people.map(({ id, name, canSignIn }) => (
        <option key={id} value={id} disabled={!canSignIn}>
          {canSignIn ? name : t("neverSignedIn", { name })}
        </option>
      ))}
    </SelectField>
  );
}

function ReturnFields({ problems }: Pick<Props, "problems">) {
  const t = useTranslations("desk.press");
  const [reason, setReason] = useState("");
  return (
    <>
      <Reasons value={reason} onChange={setReason} reasons={RETURN_REASONS} problem={problems.reason} />
      <WordsField name="words" label="words" hint={t("wordsHint")} problem={problems.words} />
    </>
  );
}

function WithdrawFields({ called, options, problems }: Omit<Props, "press">) {
  const t = useTranslations("desk.press");
  const [reason, setReason] = useState("");
  const [into, setInto] = useState("");
  const lines = options.articles.map(({ id, title }) => {
    const line = t("articleLine", { headline: title, id });
    return { key: String(id), label: line, name: line };
  });
  return (
    <>
      <Reasons
        value={reason}
        onChange={setReason}
        reasons={WITHDRAWAL_REASONS}
        hint={t(
          !isWithdrawalReason(reason) ? "withdrawHint" : isNamedWhenGone(reason) ? "withdrawNamed" : "withdrawUnnamed",
          called,
        )}
        problem={problems.reason}
      />
      {reason === "merged" ? (
        <ComboField
          id="press-into"
          name="mergedInto"
          label={t("mergedInto", called)}
          hint={t("mergedIntoHint", called)}
          offers={t("mergedIntoOffers", called)}
          problem={problems.mergedInto}
          value={into}
          choices={matching(lines, into).slice(0, MOST_SHOWN)}
          onType={setInto}
          onChoose={({ label }) => setInto(label)}
        />
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
} & Problem;

function Reasons({ value, onChange, reasons, hint, problem }: ReasonsProps) {
  const t = useTranslations("desk.press");
  return (
    <SelectField
      id="press-reason"
      name="reason"
      label={t("reason")}
      hint={hint}
      problem={problem}
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

type WordsProps = { name: "reason" | "words"; label: "reason" | "words" | "internalWords"; hint?: string } & Problem;

function WordsField({ name, label, hint, problem }: WordsProps) {
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
      problem={problem}
      value={words}
      onChange={(event) => setWords(event.target.value)}
    />
  );
}
