import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

export function Heading({ children }: { children: ReactNode }) {
  const t = useTranslations("common");
  return (
    <header>
      <p className="text-sm font-semibold text-ink-soft">
        {t("product")} · {t("desk")}
      </p>
      <h1 className="text-2xl font-bold">{children}</h1>
    </header>
  );
}
