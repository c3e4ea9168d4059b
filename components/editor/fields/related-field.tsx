import { useTranslations } from "next-intl";
import { useState } from "react";
import { Combobox } from "#components/ui/combobox.tsx";
import { LIMITS } from "#features/kinds/article.ts";
import type { Option } from "../props.ts";
import { ChosenArticles } from "./chosen-articles.tsx";
import { FieldFrame, INPUT } from "./field-frame.tsx";
import type { FieldProps } from "./fields.ts";
import { useLiveArticles } from "./use-live-articles.ts";

type Props = FieldProps & {
  /** The article's own. */
  number: number;
  /** Those that the text named when the page was opened. */
  known: readonly Option[];
};

/** Articles that readers are led to first: found by number or words, kept in an order. */
export function RelatedField({ fields, onChange, readOnly, number, known }: Props) {
  const t = useTranslations("editor.fields");
  const [found, setFound] = useState<readonly Option[]>([]);
  const [typed, setTyped] = useState("");
  const { related } = fields;
  const full = related.length >= LIMITS.related;
  const choices = useLiveArticles(readOnly ? "" : typed)
    .filter(({ id }) => id !== number && !related.includes(id))
    .map(({ id, title, section }) => ({ key: String(id), label: title, about: `${id} · ${section}`, id }));
  const nameOf = (id: number) =>
    [...found, ...known].find((one) => one.id === id)?.name ?? t("relatedUnknown", { number: id });
  return (
    <div data-field="related">
      <FieldFrame label={t("related")} hint={full ? t("relatedFull", { most: LIMITS.related }) : t("relatedHint")}>
        {(ids) => (
          <Combobox
            input={{
              ...ids,
              readOnly,
              className: INPUT,
              maxLength: 200,
              placeholder: readOnly ? undefined : t("relatedFind"),
            }}
            label={t("related")}
            value={typed}
            choices={full || typed === "" ? [] : choices}
            takesFirst
            onType={setTyped}
            onChoose={({ id, label }) => {
              setFound((before) => [...before, { id, name: label }]);
              onChange({ related: [...related, id] });
              setTyped("");
            }}
          />
        )}
      </FieldFrame>
      <ChosenArticles
        articles={related.map((id, at) => ({
          key: `${id} ${related.indexOf(id) === at ? "" : at}`,
          id,
          name: nameOf(id),
        }))}
        readOnly={readOnly}
        onChange={(places) => onChange({ related: places.flatMap((at) => related[at] ?? []) })}
      />
    </div>
  );
}
