import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

/** What hardly anybody needs to see, such as a hash: behind "Chi tiết", in the browser's own fold. */
export function Details({ label, open, children }: { label?: string; open?: boolean; children: ReactNode }) {
  const t = useTranslations("common");
  return (
    <details className="text-sm" open={open}>
      <summary className="inline-flex min-h-8 items-center text-ink-soft underline underline-offset-4 max-sm:min-h-11">
        {label ?? t("details")}
      </summary>
      <div className="mt-1">{children}</div>
    </details>
  );
}
