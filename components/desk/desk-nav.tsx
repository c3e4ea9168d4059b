import { useTranslations } from "next-intl";
import { NavLink } from "./nav-link.tsx";
import { NavStrip } from "./nav-strip.tsx";

type Props = { administers: boolean; editsRoot: boolean; publicUrl: string };

/** The desk's menu: one row, which on a phone goes on under the thumb. */
export function DeskNav({ administers, editsRoot, publicUrl }: Props) {
  const t = useTranslations("desk.shell");
  return (
    <NavStrip>
      <NavLink href="/desk" exact>
        {t("home")}
      </NavLink>
      <NavLink href="/desk/documents">{t("all")}</NavLink>
      {editsRoot ? <NavLink href="/desk/pages">{t("pages")}</NavLink> : null}
      {editsRoot ? <NavLink href="/desk/site">{t("ownSite")}</NavLink> : null}
      <NavLink href="/desk/batches">{t("batches")}</NavLink>
      {administers ? <NavLink href="/desk/people">{t("people")}</NavLink> : null}
      <NavLink href={publicUrl} isElsewhere>
        {t("site")}
      </NavLink>
    </NavStrip>
  );
}
