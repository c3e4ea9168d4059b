import Link from "next/link";
import { useTranslations } from "next-intl";
import { reviewPath } from "#features/addresses/desk.ts";
import type { Visibility } from "#features/workflow/machine.ts";

type Props = { number: number; shown: "open" | "live"; visibility: Visibility };

/** The text that would go out, and the one that readers have, or had last: where there are both. */
export function TextTabs({ number, shown, visibility }: Props) {
  const t = useTranslations("desk.preview");
  return (
    <nav className="mb-3 flex gap-1 border-b border-line" aria-label={t("which")}>
      {(["open", "live"] as const).map((which) => (
        <Link
          key={which}
          href={reviewPath(number, { text: which === "live" ? which : null })}
          prefetch={false}
          aria-current={which === shown ? "page" : undefined}
          className="inline-flex min-h-11 items-center border-b-2 border-transparent px-3 font-semibold max-sm:px-2 max-sm:text-sm text-ink-soft aria-[current]:border-accent aria-[current]:text-accent"
        >
          {t(which === "live" && visibility !== "live" ? "lastLive" : which)}
        </Link>
      ))}
    </nav>
  );
}
