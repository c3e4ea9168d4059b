import { useTranslations } from "next-intl";
import { dayOfLicence, type FileRights, rightsLines } from "#features/files/rights.ts";

/** The right to show a file as it stands, in one paragraph: first that it has ended. */
export function RightsLine({ rights }: { rights: FileRights }) {
  const t = useTranslations("rights");
  const { hasEnded, licenceEnd } = rights;
  const lines = rightsLines(rights);
  return (
    <>
      {hasEnded && licenceEnd !== null ? (
        <span className="font-semibold text-danger">{t("ended", { day: dayOfLicence(licenceEnd) })}. </span>
      ) : null}
      {lines.length === 0 ? t("nothing") : lines.map(({ name, line }) => `${t(`fields.${name}`)}: ${line}`).join(" · ")}
    </>
  );
}
