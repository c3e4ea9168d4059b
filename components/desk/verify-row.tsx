import { useTranslations } from "next-intl";
import { Details } from "#components/ui/details.tsx";
import type { SystemState } from "#features/desk/system.ts";
import type { Verification } from "#features/verifying/verdict.ts";
import { momentInWords } from "#lib/dates.ts";
import { VerifyButton } from "./verify-button.tsx";

type Props = SystemState["verifying"];

/** Whether somebody has to see to what was found, or to nobody looking. */
export const needsSomebody = ({ last }: Props): boolean => last !== null && (last.misfit !== null || last.isOld);

/** When the database was looked over last, what was found, and a button to have it done now. */
export function VerifyRow({ last, next }: Props) {
  const t = useTranslations("desk.verify");
  return (
    <div className="space-y-1.5 break-words">
      {last === null ? <p>{t("never")}</p> : <Found {...last} />}
      {next === null ? null : (
        <p role="status" className="font-normal text-ink">
          {t(next)}
        </p>
      )}
      <VerifyButton label={t("now")} working={t("working")} goesOn={next !== null} />
    </div>
  );
}

function Found({ endedAt, startedAt, looked, misfit, isOld }: Verification) {
  const t = useTranslations("desk.verify");
  const at = momentInWords(endedAt);
  const minutes = Math.round((endedAt.getTime() - startedAt.getTime()) / 60_000);
  const rows = looked.reduce((sum, one) => sum + one.rows, 0);
  return (
    <>
      {misfit === null ? (
        <p>{t("fits", { at })}</p>
      ) : (
        <>
          <p>{t("misfit", { at })}</p>
          <p>{t(`row.${misfit.kind}`, { ...misfit, what: misfit.kind === "seal" ? t(`what.${misfit.table}`) : "" })}</p>
          <p>{t("whatToDo")}</p>
        </>
      )}
      {isOld ? <p>{t("old")}</p> : null}
      <div className="font-normal text-ink">
        <Details label={t("looked", { rows })}>
          <ul className="list-disc pl-5">
            {looked.map(({ what, ...counted }) => (
              <li key={what}>
                {t(counted.without > 0 ? "unsealed" : "lookedAt", { what: t(`what.${what}`), ...counted })}
              </li>
            ))}
          </ul>
          {looked.some(({ without }) => without > 0) ? <p className="mt-1.5">{t("withoutWhy")}</p> : null}
          <p className="mt-1.5">{t("took", { minutes })}</p>
          <p className="mt-1.5">{t("trust")}</p>
        </Details>
      </div>
    </>
  );
}
