import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import {
  bannersPath,
  batchesPath,
  deskPath,
  documentsPath,
  frontsPath,
  libraryPath,
  outboxPath,
  ownSitePath,
  pagesPath,
  papersOfDeskPath,
  peoplePath,
  questionsOfDeskPath,
  sectionsPath,
  topicsPath,
  weeksOfDeskPath,
} from "#features/addresses/desk.ts";
import { NavGroup } from "./nav-group.tsx";
import { NavLink } from "./nav-link.tsx";
import { NavStrip } from "./nav-strip.tsx";

type Props = {
  writes: boolean;
  administers: boolean;
  approves: boolean;
  arranges: boolean;
  editsRoot: boolean;
  hasBatches: boolean;
  publicUrl: string;
};

type Entry = { href: string; words: ReactNode };

/** So many entries that belong together stand behind one word; fewer stand in the row themselves. */
const MANY = 3;

/** The desk's menu: one row, which on a phone goes on under the thumb. What is wanted all day is one press away, the rest is in groups. */
export function DeskNav({ writes, administers, approves, arranges, editsRoot, hasBatches, publicUrl }: Props) {
  const t = useTranslations("desk.shell");
  const contents = [
    writes && { href: topicsPath, words: t("topics") },
    writes && { href: questionsOfDeskPath(), words: t("questions") },
    editsRoot && { href: papersOfDeskPath, words: t("papers") },
    editsRoot && { href: weeksOfDeskPath, words: t("weeks") },
    editsRoot && { href: pagesPath, words: t("pages") },
  ];
  const site = [
    arranges && { href: frontsPath, words: t("fronts") },
    editsRoot && { href: bannersPath, words: t("banners") },
    (administers || approves) && { href: sectionsPath, words: t("sections") },
    editsRoot && { href: ownSitePath, words: t("ownSite") },
  ];
  const office = [
    administers && { href: peoplePath, words: t("people") },
    administers && { href: outboxPath, words: t("outbox") },
    hasBatches && { href: batchesPath, words: t("batches") },
  ];
  return (
    <NavStrip>
      <NavLink href={deskPath} exact>
        {t("home")}
      </NavLink>
      <NavLink href={documentsPath} exact>
        {t("all")}
      </NavLink>
      {writes ? <NavLink href={libraryPath}>{t("library")}</NavLink> : null}
      <Entries name={t("groupContents")} of={contents} />
      <Entries name={t("groupSite")} of={site} />
      <Entries name={t("groupOffice")} of={office} />
      <NavLink href={publicUrl} isElsewhere>
        {t("site")}
      </NavLink>
    </NavStrip>
  );
}

/** Entries that belong together, as far as somebody has them. */
function Entries({ name, of }: { name: string; of: readonly (Entry | false)[] }) {
  const entries = of.filter((entry) => entry !== false);
  const links = entries.map(({ href, words }) => (
    <NavLink key={href} href={href}>
      {words}
    </NavLink>
  ));
  if (entries.length < MANY) return links;
  return (
    <NavGroup name={name} hrefs={entries.map(({ href }) => href)}>
      {links.map((link) => (
        <li key={link.key} className="*:flex *:w-full">
          {link}
        </li>
      ))}
    </NavGroup>
  );
}
