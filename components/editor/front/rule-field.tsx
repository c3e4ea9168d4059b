import { useTranslations } from "next-intl";
import { SectionOptions } from "#components/desk/section-options.tsx";
import { FORMS } from "#features/kinds/article.ts";
import { type Band, type FrontRule, READ_IN } from "#features/kinds/front.ts";
import { ChoiceField } from "../fields/choice-field.tsx";
import type { Option, SectionOption } from "../props.ts";

type Props = {
  rule: FrontRule;
  sections: readonly SectionOption[];
  tags: readonly Option[];
  topics: readonly Option[];
  /** It is of the front of a section. */
  ofSection: boolean;
  readOnly: boolean;
  onChange: (part: Pick<Band, "rule">) => void;
};

/** As its choice stands in the list. */
function sentAs(rule: FrontRule): string {
  switch (rule.by) {
    case "newest":
      return rule.by;
    case "most_read":
      return `${rule.by} ${rule.hours}`;
    case "form":
      return `${rule.by} ${rule.form}`;
    default:
      return `${rule.by} ${rule.id}`;
  }
}

const OWN_FORMS = FORMS.filter((form) => form !== "news");

/** From where a band takes what nobody has put there by hand. */
export function RuleField({ rule, sections, tags, topics, ofSection, readOnly, onChange }: Props) {
  const t = useTranslations("editor.front");
  const forms = useTranslations("editor.fields.kinds");
  const value = sentAs(rule);
  const isLost =
    (rule.by === "section" && !sections.some(({ id }) => id === rule.id)) ||
    (rule.by === "tag" && !tags.some(({ id }) => id === rule.id)) ||
    (rule.by === "topic" && !topics.some(({ id }) => id === rule.id));
  const choose = (chosen: string) => {
    const [by, what = ""] = chosen.split(" ");
    if (by === "section" || by === "tag" || by === "topic") onChange({ rule: { by, id: Number(what) } });
    else if (by === "form") onChange({ rule: { by, form: what as (typeof OWN_FORMS)[number] } });
    else if (by === "most_read")
      onChange({ rule: { by, hours: READ_IN.find((one) => String(one) === what) ?? READ_IN[0] } });
    else onChange({ rule: { by: "newest" } });
  };
  return (
    <ChoiceField
      label={t("rule")}
      hint={ofSection ? t("ruleOfSection") : undefined}
      problem={isLost ? t("ruleLost") : null}
      value={value}
      readOnly={readOnly}
      onChoose={choose}
    >
      <option value="newest">{t("ruleNewest")}</option>
      {READ_IN.map((hours) => (
        <option key={hours} value={`most_read ${hours}`}>
          {t("ruleMostRead", { hours })}
        </option>
      ))}
      {isLost ? <option value={value}>{t("lost")}</option> : null}
      <optgroup label={t("ruleSections")}>
        <SectionOptions sections={sections} sentAs={(id) => `section ${id}`} />
      </optgroup>
      {tags.length === 0 ? null : (
        <optgroup label={t("ruleTags")}>
          {tags.map(({ id, name }) => (
            <option key={id} value={`tag ${id}`}>
              {name}
            </option>
          ))}
        </optgroup>
      )}
      {topics.length === 0 ? null : (
        <optgroup label={t("ruleTopics")}>
          {topics.map(({ id, name }) => (
            <option key={id} value={`topic ${id}`}>
              {name}
            </option>
          ))}
        </optgroup>
      )}
      <optgroup label={t("ruleForms")}>
        {OWN_FORMS.map((form) => (
          <option key={form} value={`form ${form}`}>
            {forms(form)}
          </option>
        ))}
      </optgroup>
    </ChoiceField>
  );
}
