import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { FrontDrawn } from "#components/site/front-drawn.tsx";
import { frontPreviewPath, placeAsked } from "#features/addresses/desk.ts";
import { pageAt } from "#features/arranging/ahead.ts";
import { emblemOf, pageLinks, sectionTree, siteById } from "#features/reading/queries.ts";
import { staffOrSignIn } from "#features/sessions/actor.ts";
import { hourAsked } from "#lib/hours.ts";

type Props = { params: Promise<{ place: string }>; searchParams: Promise<{ at?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("desk.preview"))("title") };
}

/** A front as readers will find it at an hour, as far as it is known now; nothing is counted. */
export default async function FrontPreviewPage({ params, searchParams }: Props) {
  const [{ place }, { at }] = await Promise.all([params, searchParams]);
  const sectionId = placeAsked(place);
  if (sectionId === undefined) notFound();
  const staff = await staffOrSignIn(frontPreviewPath(sectionId));
  const site = await siteById(staff.siteId);
  const [asked, today] = [hourAsked(at, new Date()), new Date()];
  const now = asked !== null && asked > today ? asked : today;
  const [tree, pages, emblem, page] = await Promise.all([
    sectionTree(site.id),
    pageLinks(site.id),
    emblemOf(site),
    pageAt(staff, sectionId, now),
  ]);
  if (sectionId !== null && page.section === null) notFound();
  return (
    <div className={`accent-${site.accent}`}>
      <FrontDrawn {...{ site, tree, pages, emblem, now }} {...page} />
    </div>
  );
}
