import Link from "next/link";
import { useTranslations } from "next-intl";
import { pageOf } from "#components/desk/home-lists.tsx";
import { StateBadges } from "#components/desk/state-badges.tsx";
import { LINK } from "#components/ui/button-class.ts";
import { canBeReplaced, MOST_PLACES, type Place, type Places } from "#features/replacing/places.ts";

/** The documents that use a file, as boxes to tick, with what a press does to each. */
export function PlacesList({ places, unseen, isMore }: Places) {
  const t = useTranslations("replacing");
  return (
    <>
      {places.length === 0 ? <p className="text-ink-soft">{t("nowhere")}</p> : null}
      <ul className="divide-y divide-line empty:hidden">
        {places.map((place) => (
          <OnePlace key={place.line.id} place={place} />
        ))}
      </ul>
      {isMore ? <p className="text-warn">{t("more", { most: MOST_PLACES })}</p> : null}
      {unseen > 0 ? <p className="text-ink-soft">{t("unseen", { count: unseen })}</p> : null}
    </>
  );
}

function OnePlace({ place }: { place: Place }) {
  const t = useTranslations("replacing");
  const desk = useTranslations("desk");
  const { line, does } = place;
  const canBe = canBeReplaced(place);
  const title = line.title || desk("noHeadline");
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-4 py-2">
      <label className={`flex min-w-0 grow basis-60 gap-3 ${canBe ? "cursor-pointer" : ""}`}>
        <input
          type="checkbox"
          name="documentId"
          value={line.id}
          defaultChecked={canBe}
          disabled={!canBe}
          className="mt-1 size-5 shrink-0 accent-accent"
        />
        <span className="min-w-0">
          <span className="block font-semibold break-words">{title}</span>
          <span className="flex flex-wrap gap-x-3 text-sm text-ink-soft">
            <StateBadges of={line} />
            <span className={canBe ? undefined : "text-warn"}>{t(`does.${does}`)}</span>
          </span>
        </span>
      </label>
      <Link href={pageOf(line)} prefetch={false} className={LINK} aria-label={t("openOf", { title })}>
        {t("open")}
      </Link>
    </li>
  );
}
