import { useTranslations } from "next-intl";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { type Choice, Combobox } from "#components/ui/combobox.tsx";
import { matching, sameName } from "#components/ui/matching.ts";
import { LIMITS } from "#features/kinds/article.ts";
import { cleanLine } from "#lib/nfc.ts";
import type { Outcome } from "#lib/outcome.ts";
import type { Option } from "../props.ts";
import { ChosenTags } from "./chosen-tags.tsx";
import { FieldFrame, INPUT } from "./field-frame.tsx";
import type { FieldProps } from "./fields.ts";

type Props = FieldProps & { tags: readonly Option[]; onMakeTag: (name: string) => Promise<Outcome<Option>> };

/** A tag that is known, or null where one is to be made of what is typed. */
type TagChoice = Choice & { tag: Option | null };

const MOST_SHOWN = 8;

/** Tags: type to find one (accents do not matter) or to make a new one. */
export function TagField({ fields, onChange, readOnly, tags, onMakeTag }: Props) {
  const t = useTranslations("editor.fields");
  const [made, setMade] = useState<readonly Option[]>([]);
  const [typed, setTyped] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const newest = useRef(fields.tagIds);
  useEffect(() => {
    newest.current = fields.tagIds;
  }, [fields.tagIds]);
  const known = [...tags, ...made.filter(({ id }) => !tags.some((tag) => tag.id === id))];
  const name = cleanLine(typed);
  const found = matching(
    known.filter(({ id }) => !fields.tagIds.includes(id)),
    name,
  ).slice(0, MOST_SHOWN);
  const isNew = name !== "" && !known.some((tag) => sameName(tag.name, name));
  const full = fields.tagIds.length >= LIMITS.tags;
  const choices: TagChoice[] = [
    ...found.map((tag) => ({ key: String(tag.id), label: tag.name, tag })),
    ...(isNew ? [{ key: "new", label: t("tagMake", { name }), tag: null }] : []),
  ];

  function add({ id }: Option): void {
    if (!newest.current.includes(id)) onChange({ tagIds: [...newest.current, id] });
  }

  /** Meanwhile one may go on: other tags come and go, and the next one is typed. */
  async function make(): Promise<void> {
    setTyped("");
    const outcome = await onMakeTag(name).catch(() => ({ ok: false as const, sentence: t("tagNotMade", { name }) }));
    setProblem(outcome.ok ? null : outcome.sentence);
    if (!outcome.ok) return setTyped((now) => (now === "" ? name : now));
    setMade((before) => [...before, outcome.value]);
    add(outcome.value);
  }

  function onKeyDown({ key, repeat, nativeEvent, currentTarget }: KeyboardEvent<HTMLInputElement>): void {
    // A key that is held to empty the field ends with the field.
    if (key !== "Backspace" || repeat || nativeEvent.isComposing || readOnly || currentTarget.value !== "") return;
    if (fields.tagIds.length > 0) onChange({ tagIds: fields.tagIds.slice(0, -1) });
  }

  return (
    <div>
      <FieldFrame label={t("tags")} hint={full ? t("tagsFull", { most: LIMITS.tags }) : undefined} problem={problem}>
        {(ids) => (
          <Combobox
            input={{
              ...ids,
              ...{ readOnly, onKeyDown },
              className: INPUT,
              maxLength: 100,
              placeholder: readOnly ? undefined : t("tagsHint"),
            }}
            label={t("tags")}
            value={typed}
            choices={full ? [] : choices}
            takesFirst
            onType={(text) => {
              setTyped(text);
              setProblem(null);
            }}
            onChoose={({ tag }) => {
              if (tag === null) return void make();
              add(tag);
              setTyped("");
            }}
          />
        )}
      </FieldFrame>
      <ChosenTags
        tags={fields.tagIds.map((id) => known.find((tag) => tag.id === id) ?? { id, name: `#${id}` })}
        readOnly={readOnly}
        onRemove={(id) => onChange({ tagIds: fields.tagIds.filter((other) => other !== id) })}
      />
    </div>
  );
}
