import { useTranslations } from "next-intl";
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
  topicsPath,
  weeksOfDeskPath,
} from "#features/addresses/desk.ts";
import { NavLink } from "./nav-link.tsx";
import { NavStrip } from "./nav-strip.tsx";

type Props = {
  writes: boolean;
  administers: boolean;
  arranges: boolean;
  editsRoot: boolean;
  hasBatches: boolean;
  publicUrl: string;
};

/** The desk's menu: one row, which on a phone goes on under the thumb. */
export function DeskNav({ writes, administers, arranges, editsRoot, hasBatches, publicUrl }: Props) {
  const t = useTranslations("desk.shell");
  return (
    <NavStrip>
      <NavLink href={deskPath} exact>
        {t("home")}
      </NavLink>
      <NavLink href={documentsPath} exact>
        {t("all")}
      </NavLink>
      {writes ? <NavLink href={libraryPath}>{t("library")}</NavLink> : null}
      {writes ? <NavLink href={topicsPath}>{t("topics")}</NavLink> : null}
      {writes ? <NavLink href={questionsOfDeskPath()}>{t("questions")}</NavLink> : null}
      {arranges ? <NavLink href={frontsPath}>{t("fronts")}</NavLink> : null}
      {editsRoot ? <NavLink href={bannersPath}>{t("banners")}</NavLink> : null}
      {editsRoot ? <NavLink href={pagesPath}>{t("pages")}</NavLink> : null}
      {editsRoot ? <NavLink href={papersOfDeskPath}>{t("papers")}</NavLink> : null}
      {editsRoot ? <NavLink href={weeksOfDeskPath}>{t("weeks")}</NavLink> : null}
      {editsRoot ? <NavLink href={ownSitePath}>{t("ownSite")}</NavLink> : null}
      {hasBatches ? <NavLink href={batchesPath}>{t("batches")}</NavLink> : null}
      {administers ? <NavLink href={peoplePath}>{t("people")}</NavLink> : null}
      {administers ? <NavLink href={outboxPath}>{t("outbox")}</NavLink> : null}
      <NavLink href={publicUrl} isElsewhere>
        {t("site")}
      </NavLink>
    </NavStrip>
  );
}
