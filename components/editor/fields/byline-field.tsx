import { useTranslations } from "next-intl";
import { Switch } from "radix-ui";
import { useId } from "react";
import { Combobox } from "#components/ui/combobox.tsx";
import { matching } from "#components/ui/matching.ts";
import { LIMITS } from "#features/kinds/article.ts";
import { nfc } from "#lib/nfc.ts";
import type { PersonOption } from "../props.ts";
import { SmallButton } from "../small-button.tsx";
import { INPUT, Problem, problemIds } from "./field-frame.tsx";
import type { FieldProps, Fields } from "./fields.ts";
import { useTooLong } from "./too-long.ts";

type Name = Fields["byline"]["names"][number];

const MOST_SHOWN = 8;

const NOBODY: Name = { name: "", post: "", personId: null };

/** Authors, with an account or without; readers see them unless they are hidden. */
export function BylineField({ fields, onChange, readOnly, people }: FieldProps & { people: readonly PersonOption[] }) {
  const t = useTranslations("editor.fields");
  const tooLong = useTooLong();
  const id = useId();
  const { byline } = fields;
  const rows = byline.names.length === 0 ? [NOBODY] : byline.names;
  const change = (names: Name[]) => onChange({ byline: { ...byline, names } });
  const changeRow = (at: number, part: Partial<Name>) =>
    change(rows.map((row, index) => (index === at ? { ...row, ...part } : row)));
  const problemOf = ({ name, post }: Name, at: number) =>
    tooLong(t("bylineName", { number: at + 1 }), name, LIMITS.bylineName) ??
    tooLong(t("bylinePost", { number: at + 1 }), post, LIMITS.bylinePost);
  const colleagues = ({ name }: Name) =>
    matching(people, name)
      .filter((person) => person.name !== nfc(name).trim())
      .slice(0, MOST_SHOWN)
      .map((person) => ({ key: String(person.id), label: person.name, about: person.post }));
  const nameRow = (at: number, name: string) => {
    const person = people.find((known) => known.name === nfc(name).trim());
    changeRow(at, { name, personId: person?.id ?? null, ...(person?.post ? { post: person.post } : {}) });
  };
  return (
    <fieldset disabled={readOnly} className="space-y-2" data-field="byline">
      <legend className="mb-1 text-sm font-medium">{t("byline")}</legend>
      {rows.map((row, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place in the byline; two may be equal
        <div key={at} className="grid grid-cols-[minmax(0,1fr)_auto] gap-1.5">
          <Combobox
            input={{
              id: `${id}-name-${at}`,
              className: INPUT,
              "aria-label": t("bylineName", { number: at + 1 }),
              placeholder: t("bylineNameShort"),
              ...problemIds(`${id}-problem-${at}`, problemOf(row, at)),
            }}
            label={t("bylineKnown")}
            value={row.name}
            choices={colleagues(row)}
            onType={(name) => nameRow(at, name)}
            onChoose={({ label }) => nameRow(at, label)}
          />
          <SmallButton
            className="min-w-11 px-2"
            aria-label={t("bylineRemove", { number: at + 1 })}
            disabled={byline.names.length === 0}
            onClick={() => change(byline.names.filter((_, index) => index !== at))}
          >
            ✕
          </SmallButton>
          <input
            className={`${INPUT} col-span-2 sm:text-sm`}
            aria-label={t("bylinePost", { number: at + 1 })}
            placeholder={t("bylinePostShort")}
            value={row.post}
            {...problemIds(`${id}-problem-${at}`, problemOf(row, at))}
            onChange={(event) => changeRow(at, { post: event.target.value })}
          />
          <div className="col-span-2 empty:hidden">
            <Problem id={`${id}-problem-${at}`} problem={problemOf(row, at)} />
          </div>
        </div>
      ))}
      <div className="flex flex-wrap items-center justify-between gap-2">
        <SmallButton
          className="min-h-8 text-sm"
          disabled={byline.names.length === 0 || byline.names.length >= LIMITS.names}
          onClick={() => change([...byline.names, NOBODY])}
        >
          {t("bylineAdd")}
        </SmallButton>
        <label htmlFor={`${id}-hidden`} className="flex min-h-8 items-center gap-2 text-sm max-sm:min-h-11">
          <Switch.Root
            id={`${id}-hidden`}
            checked={byline.hidden}
            onCheckedChange={(hidden) => onChange({ byline: { ...byline, hidden } })}
            className="h-5 w-9 rounded-full border border-(--edge) bg-(--field) p-0.5 focus-visible:outline-2 focus-visible:outline-(--accent) data-[state=checked]:border-(--accent) data-[state=checked]:bg-(--accent)"
          >
            <Switch.Thumb className="block size-3.5 rounded-full bg-(--ink-soft) transition-transform data-[state=checked]:translate-x-4 data-[state=checked]:bg-(--accent-ink)" />
          </Switch.Root>
          {t("bylineHidden")}
        </label>
      </div>
    </fieldset>
  );
}
