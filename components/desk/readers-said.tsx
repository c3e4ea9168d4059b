import { useTranslations } from "next-intl";
import { Panel } from "./panel.tsx";

/** How many readers found an article useful, and how many did not: the only thing that is known of them. */
export function ReadersSaid({ useful, notUseful }: { useful: number; notUseful: number }) {
  const t = useTranslations("desk.readersSaid");
  return (
    <Panel title={t("title")}>
      <p className="text-sm">{useful + notUseful === 0 ? t("nobody") : t("counts", { useful, notUseful })}</p>
    </Panel>
  );
}
