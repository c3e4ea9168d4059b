import { useTranslations } from "next-intl";

/** Why a text went out before a second person had seen it: beside the buttons of whoever answers for it now. */
export function EmergencyReason({ reason }: { reason: string }) {
  const t = useTranslations("desk.about");
  return (
    <p className="max-h-24 overflow-y-auto text-sm break-words">
      <strong className="font-semibold">{t("emergencyReason")}</strong>{" "}
      <span className="whitespace-pre-line">{reason}</span>
    </p>
  );
}
