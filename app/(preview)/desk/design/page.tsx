import type { Metadata } from "next";
import { DesignView } from "#components/site/design/design-view.tsx";
import { EnglishDesign } from "#components/site/design/english-design.tsx";
import { designPath } from "#features/addresses/desk.ts";
import { ACCENTS } from "#features/kinds/site.ts";
import { pageLinks, sectionTree, siteById } from "#features/reading/queries.ts";
import { staffOrSignIn } from "#features/sessions/actor.ts";

type Props = { searchParams: Promise<{ accent?: string; language?: string }> };

export const metadata: Metadata = { title: "Thành phần giao diện" };

/** Every part that readers' pages are made of, in the colour that is chosen, the site's own where none is; those in English apart. */
export default async function DesignPage({ searchParams }: Props) {
  const staff = await staffOrSignIn(designPath);
  const [{ accent, language }, site] = await Promise.all([searchParams, siteById(staff.siteId)]);
  const [tree, pages] = await Promise.all([sectionTree(site.id), pageLinks(site.id)]);
  const chosen = ACCENTS.find((one) => one === accent) ?? site.accent;
  const shown = { site: { ...site, accent: chosen }, now: new Date() };
  if (language === "en") return <EnglishDesign {...shown} />;
  return <DesignView {...shown} tree={tree} pages={pages} />;
}
