import { useTranslations } from "next-intl";
import {
  batchesPath,
  deskPath,
  documentsPath,
  outboxPath,
  ownSitePath,
  pagesPath,
  peoplePath,
} from "#features/addresses/desk.ts";
import { NavLink } from "./nav-link.tsx";
import { NavStrip } from "./nav-strip.tsx";

type Props = { administers: boolean; editsRoot: boolean; publicUrl: string };

/** The desk's menu: one row, which on a phone goes on under the thumb. */
export function DeskNav({ administers, editsRoot, publicUrl }: Props) {
  const t = useTranslations("desk.shell");
  return (
    <NavStrip>
      <NavLink href={deskPath} exact>
        {t("home")}
      </NavLink>
      <NavLink href={documentsPath}>{t("all")}</NavLink>
      {editsRoot ? <NavLink href={pagesPath}>{t("pages")}</NavLink> : null}
      {editsRoot ? <NavLink href={ownSitePath}>{t("ownSite")}</NavLink> : null}
      <NavLink href={batchesPath}>{t("batches")}</NavLink>
      {administers ? <NavLink href={peoplePath}>{t("people")}</NavLink> : null}
      {administers ? <NavLink href={outboxPath}>{t("outbox")}</NavLink> : null}
      <NavLink href={publicUrl} isElsewhere>
        {t("site")}
      </NavLink>
    </NavStrip>
  );
}
