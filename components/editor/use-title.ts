import { useTranslations } from "next-intl";
import { useEffect } from "react";

/** The tab is called what the article is called, while it is typed. */
export function useTitle(headline: string): void {
  const t = useTranslations("editor");
  const title = t("pageTitle", { headline: headline.trim() || t("texts.noHeadline") });
  useEffect(() => {
    document.title = title;
  }, [title]);
}
