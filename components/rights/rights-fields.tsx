import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Field, SelectField } from "#components/ui/field.tsx";
import { BASES, LICENCES, PEOPLE_SHOWN, type SaidRights } from "#features/files/rights.ts";
import { AI_LABELS } from "#features/text/vocabulary.ts";
import type { Problems } from "#lib/checked.ts";

type Props = {
  /** Begins the ids of the fields: several forms may stand on a page. */
  id: string;
  /** What stands in the fields from the start. */
  said: Partial<Record<keyof SaidRights, string | null>>;
  problems?: Problems;
  /** What an empty choice is called: that nobody has said it, or that it stays as it is. */
  blank: string;
  /** Whether the label for generative programs may be left as it is. */
  mayKeepAi?: boolean;
};

/**
 * By what right files are shown, and who is on them. What is asked of one answer alone appears with that answer, without a script:
 * the server leaves aside what was typed for another one.
 */
export function RightsFields({ id, said, problems = {}, blank, mayKeepAi = false }: Props) {
  const t = useTranslations("rights");
  const field = (name: keyof SaidRights) => ({
    ...{ id: `${id}-${name}`, name, label: t(`fields.${name}`), problem: problems[name] },
    defaultValue: said[name] ?? "",
  });
  const empty = <option value="">{blank}</option>;
  return (
    <div className="group/rights space-y-4">
      <SelectField {...field("licence")}>
        {empty}
        {LICENCES.map((one) => (
          <option key={one} value={one}>
            {t(`licences.${one}`)}
          </option>
        ))}
      </SelectField>
      <With answer="group-has-[option[value=free]:checked]/rights:block">
        <Field {...field("licenceName")} hint={t("hints.licenceName")} maxLength={200} />
      </With>
      <SelectField {...field("peopleShown")}>
        {empty}
        {PEOPLE_SHOWN.map((one) => (
          <option key={one} value={one}>
            {t(`people.${one}`)}
          </option>
        ))}
      </SelectField>
      <With answer="group-has-[option[value=children]:checked]/rights:block">
        <div className="space-y-4 border-accent border-l-2 pl-4">
          <SelectField {...field("childrenBasis")}>
            {empty}
            {BASES.map((one) => (
              <option key={one} value={one}>
                {t(`bases.${one}`)}
              </option>
            ))}
          </SelectField>
          <Field {...field("consentHolder")} hint={t("hints.consentHolder")} maxLength={200} />
        </div>
      </With>
      <Field {...field("owner")} hint={t("hints.owner")} maxLength={200} />
      <div className="grid gap-4 sm:grid-cols-2">
        <Field {...field("licenceEnd")} type="date" hint={t("hints.licenceEnd")} />
        <Field {...field("rightsNote")} hint={t("hints.rightsNote")} maxLength={500} />
      </div>
      <SelectField {...field("ai")} hint={t("hints.ai")}>
        {mayKeepAi ? empty : null}
        {AI_LABELS.map((one) => (
          <option key={one} value={one}>
            {t(`ai.${one}`)}
          </option>
        ))}
      </SelectField>
    </div>
  );
}

/** What appears with one answer. @param answer Tailwind's word for "the answer is given" */
const With = ({ answer, children }: { answer: string; children: ReactNode }) => (
  <div className={`hidden ${answer}`}>{children}</div>
);
