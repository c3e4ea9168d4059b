import { useTranslations } from "next-intl";
import { type Badge, badgesOf, type StandOf } from "./stands.ts";

const LOOKS: Record<Badge["look"], string> = {
  plain: "border-edge text-ink-soft",
  busy: "border-accent text-accent",
  done: "border-ok text-ok",
  warn: "border-warn text-warn",
  danger: "border-danger text-danger",
};

/**
 * Where an article stands. The words say it; the colour only helps.
 *
 * @param said what stands beside it already
 */
export function StateBadges({ of, said }: { of: StandOf; said?: string }) {
  const t = useTranslations("terms.stand");
  const badges = badgesOf(of).filter(({ key }) => t(key) !== said);
  return badges.map(({ key, look }) => (
    <span key={key} className={`inline-block rounded border px-1.5 text-sm leading-6 whitespace-nowrap ${LOOKS[look]}`}>
      {t(key)}
    </span>
  ));
}
