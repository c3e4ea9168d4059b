import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { ListCard } from "#components/desk/list-card.tsx";
import { ListsChanged } from "#components/desk/live/lists-changed.tsx";
import { RootHead } from "#components/desk/root-head.tsx";
import { topicPath, topicsPath } from "#features/addresses/desk.ts";
import { topicPath as publicPath } from "#features/addresses/lists.ts";
import { listsMark } from "#features/live/queries.ts";
import { editsRoot } from "#features/roles/roles.ts";
import { staffOrSignIn } from "#features/sessions/actor.ts";
import { topicsToChooseFor } from "#features/topics/queries.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("desk"))("topics.title") };
}

/** The topics of a site, and where each of them stands. */
export default async function TopicsPage() {
  const staff = await staffOrSignIn(topicsPath);
  const mark = await listsMark();
  const [t, stands, topics] = await Promise.all([
    getTranslations("desk"),
    getTranslations("terms.stand"),
    topicsToChooseFor(staff),
  ]);
  return (
    <>
      <RootHead kind="topic" title={t("topics.title")} about={t("topics.about")} mayBegin={editsRoot(staff)} />
      <ListCard id="topics" title={t("topics.list")} count={topics.length} empty={t("topics.none")}>
        {topics.map(({ id, title, slug, visibility, listed }) => (
          <li key={id} className="relative border-b border-line py-3 last:border-b-0 hover:bg-paper sm:-mx-4 sm:px-4">
            <p className="font-semibold break-words">
              <Link href={topicPath(id)} prefetch={false} className="after:absolute after:inset-0 hover:underline">
                {title || t("noHeadline")}
              </Link>
            </p>
            <p className="mt-1 flex flex-wrap gap-x-3 text-sm text-ink-soft">
              <span>{stands(visibility)}</span>
              <span>{t("topics.count", { count: listed })}</span>
              <span>{slug === null ? t("topics.noAddress") : publicPath(slug)}</span>
            </p>
          </li>
        ))}
      </ListCard>
      <ListsChanged mark={mark} />
    </>
  );
}
