import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DocumentRow } from "#components/desk/document-row.tsx";
import { pageOf } from "#components/desk/home-lists.tsx";
import { ListCard } from "#components/desk/list-card.tsx";
import { ListsChanged } from "#components/desk/live/lists-changed.tsx";
import { RootHead } from "#components/desk/root-head.tsx";
import { bannersPath } from "#features/addresses/desk.ts";
import { GROUPS, type Group, groupOf, withoutRoom } from "#features/desk/banner-groups.ts";
import type { BannerLine } from "#features/desk/lines.ts";
import { bannerList } from "#features/desk/queries.ts";
import { MOST_SHOWN } from "#features/kinds/banner-order.ts";
import { momentIn } from "#features/kinds/hour.ts";
import { listsMark } from "#features/live/queries.ts";
import { editsRoot } from "#features/roles/roles.ts";
import { staffOrSignIn } from "#features/sessions/actor.ts";
import { HOUR_MS, momentOf } from "#lib/dates.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("desk.banners"))("title") };
}

const NOTHING = { on: "nothingOn", planned: "nothingPlanned", making: "nothingMade", ended: "nothingEnded" } as const;

/** What stands above all pages now, what will, what is being written, and what has ended. */
export default async function BannersPage() {
  const staff = await staffOrSignIn(bannersPath);
  const mark = await listsMark();
  const now = new Date();
  const [t, lines] = await Promise.all([getTranslations("desk.banners"), bannerList(staff)]);
  const wait = withoutRoom(lines, now);
  return (
    <>
      <RootHead kind="banner" title={t("title")} about={t("about")} mayBegin={editsRoot(staff)} />
      <div className="space-y-4">
        {GROUPS.map((group) => {
          const shown = lines.filter((line) => groupOf(line, now) === group);
          return (
            <ListCard key={group} id={group} title={t(group)} count={shown.length} empty={t(NOTHING[group])}>
              {shown.map((line) => (
                <DocumentRow
                  key={line.id}
                  line={line}
                  href={pageOf(line)}
                  why={wait.has(line.id) ? t("waitsForRoom", { most: MOST_SHOWN }) : undefined}
                  note={note(line, group)}
                />
              ))}
            </ListCard>
          );
        })}
      </div>
      <ListsChanged mark={mark} />
    </>
  );

  /** How long readers still have it, or when they will. */
  function note({ card }: BannerLine, group: Group): string | undefined {
    const ends = card === null || group === "making" ? null : momentIn(card.ends);
    if (card === null || ends === null) return undefined;
    const until = t("endsAt", { at: momentOf(ends) });
    const begins = momentIn(card.begins);
    const begin = begins === null ? [] : [t("beginsAt", { at: momentOf(begins) })];
    if (group === "planned") return [...begin, until].join(" · ");
    if (group === "ended") return until;
    const minutes = Math.ceil((ends.getTime() - now.getTime()) / 60_000);
    const left = t("left", { hours: Math.floor((minutes * 60_000) / HOUR_MS), minutes: minutes % 60 });
    return `${left} · ${until}`;
  }
}
