import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { OlderPages } from "#components/desk/older-pages.tsx";

/** From one page of messages to older ones. */
export function MailPages(props: Omit<ComponentProps<typeof OlderPages>, "words">) {
  const t = useTranslations("mail");
  return <OlderPages {...props} words={{ pages: t("pages"), newest: t("newest"), older: t("older") }} />;
}
