import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { PICTURE_LIMITS } from "#features/text/vocabulary.ts";
import { INPUT } from "../fields/field-frame.tsx";
import { SmallButton } from "../small-button.tsx";

type Props = {
  /** How many pictures say none. */
  lacking: number;
  onFill: (credit: string) => void;
};

/** One source for all pictures that say none: most pictures of an article are one person's. */
export function CreditOfAll({ lacking, onFill }: Props) {
  const t = useTranslations("editor.pictures");
  const [credit, setCredit] = useState("");
  const [filled, setFilled] = useState(0);
  const id = useId();
  const fill = () => {
    if (credit.trim() === "" || lacking === 0) return;
    onFill(credit.trim());
    setFilled(lacking);
  };
  return (
    <div>
      {lacking === 0 ? null : (
        <>
          <label htmlFor={id} className="block text-sm text-(--ink-soft)">
            {t("creditOfAll", { count: lacking })}
          </label>
          <div className="mt-0.5 flex flex-wrap gap-2">
            <input
              id={id}
              className={`${INPUT} min-w-0 grow basis-52 sm:py-1.5 sm:text-sm`}
              maxLength={PICTURE_LIMITS.credit}
              value={credit}
              onChange={({ target }) => setCredit(target.value)}
              onKeyDown={(event) => {
                if (event.key === "Enter" && !event.nativeEvent.isComposing) fill();
              }}
            />
            <SmallButton className="sm:min-h-9 sm:py-1" aria-disabled={credit.trim() === ""} onClick={fill}>
              {t("fillCredit")}
            </SmallButton>
          </div>
        </>
      )}
      <p role="status" className="text-sm text-(--ok)">
        {filled === 0 ? null : t("creditFilled", { count: filled })}
      </p>
    </div>
  );
}
