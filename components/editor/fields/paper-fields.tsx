import { useTranslations } from "next-intl";
import { Combobox } from "#components/ui/combobox.tsx";
import { matching } from "#components/ui/matching.ts";
import { PAPER_FORMS, PAPER_LIMITS, type PaperForm } from "#features/kinds/paper.ts";
import type { FieldsOf } from "../props.ts";
import { ChoiceField } from "./choice-field.tsx";
import { DayField } from "./day-field.tsx";
import { FieldFrame, INPUT } from "./field-frame.tsx";
import { LineField } from "./line-field.tsx";
import { useTooLong } from "./too-long.ts";

type Fields = FieldsOf<"paper">;
type Props = {
  fields: Fields;
  /** Issuing bodies that papers of the site name. */
  bodies: readonly string[];
  /** Another one for each text that is put here as a whole: days as they are typed begin anew. */
  loads: number;
  readOnly: boolean;
  onChange: (change: Partial<Fields>) => void;
};

const MOST_SHOWN = 8;

/** What stands at the head of a paper and at its foot: what it is, of whom, by whose hand, and from when on. */
export function PaperFields({ fields, bodies, loads, readOnly, onChange }: Props) {
  const t = useTranslations("editor.fields");
  const forms = useTranslations("terms.paperForms");
  const tooLong = useTooLong();
  const { form, reference, issuer, signer, issuedOn, effectiveOn, expiresOn } = fields;
  const known = bodies.map((name) => ({ name }));
  const offered = matching(known, issuer)
    .filter(({ name }) => name !== issuer)
    .slice(0, MOST_SHOWN);
  return (
    <div className="space-y-4">
      <ChoiceField
        name="form"
        label={t("paperForm")}
        value={form}
        readOnly={readOnly}
        onChoose={(chosen) => onChange({ form: chosen as PaperForm })}
      >
        {PAPER_FORMS.map((one) => (
          <option key={one} value={one}>
            {forms(one)}
          </option>
        ))}
      </ChoiceField>
      <LineField
        {...{ readOnly }}
        name="reference"
        label={t("reference")}
        value={reference}
        most={PAPER_LIMITS.reference}
        required
        autoComplete="off"
        onType={(words) => onChange({ reference: words })}
      />
      <FieldFrame
        name="issuer"
        label={t("issuer")}
        required
        problem={tooLong(t("issuer"), issuer, PAPER_LIMITS.issuer)}
      >
        {(ids) => (
          <Combobox
            input={{ ...ids, readOnly, className: INPUT }}
            label={t("issuersKnown")}
            value={issuer}
            choices={offered.map(({ name }) => ({ key: name, label: name }))}
            onType={(words) => onChange({ issuer: words })}
            onChoose={({ label }) => onChange({ issuer: label })}
          />
        )}
      </FieldFrame>
      <fieldset disabled={readOnly} data-field="signer" className="space-y-2">
        <legend className="mb-1 text-sm font-medium">{t("signer")}</legend>
        {(["name", "post"] as const).map((part) => (
          <LineField
            key={part}
            {...{ readOnly }}
            name={`signer.${part}`}
            label={t(part === "name" ? "signerName" : "signerPost")}
            value={signer[part]}
            most={part === "name" ? PAPER_LIMITS.signerName : PAPER_LIMITS.signerPost}
            autoComplete="off"
            onType={(words) => onChange({ signer: { ...signer, [part]: words } })}
          />
        ))}
      </fieldset>
      {(
        [
          ["issuedOn", issuedOn, undefined],
          ["effectiveOn", effectiveOn, t("effectiveHint")],
          ["expiresOn", expiresOn, t("expiresHint")],
        ] as const
      ).map(([name, day, hint]) => (
        <DayField
          key={`${name} ${loads}`}
          {...{ name, day, hint, readOnly }}
          label={t(name)}
          required={name === "issuedOn"}
          onMeant={(meant) => onChange({ [name]: meant })}
        />
      ))}
    </div>
  );
}
