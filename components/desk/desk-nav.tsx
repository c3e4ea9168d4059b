import { useTranslations } from "next-intl";
import { FoldMenu } from "./fold-menu.tsx";
import { NavLink } from "./nav-link.tsx";

type Props = { administers: boolean; publicUrl: string };

/** The desk's menu. On a phone what is gone to all day stands in the row, the rest opens below "more". */
export function DeskNav({ administers, publicUrl }: Props) {
  const t = useTranslations("desk.shell");
  const rest = (look: "tab" | "line") => (
    <>
      <NavLink href="/desk/batches" look={look}>
        {t("batches")}
      </NavLink>
      {administers ? (
        <NavLink href="/desk/people" look={look}>
          {t("people")}
        </NavLink>
      ) : null}
      <NavLink href={publicUrl} look={look} isElsewhere>
        {t("site")}
      </NavLink>
    </>
  );
  return (
    <>
      <NavLink href="/desk" exact>
        {t("home")}
      </NavLink>
      <NavLink href="/desk/articles">{t("all")}</NavLink>
      <div className="hidden items-center gap-x-1 sm:flex">{rest("tab")}</div>
      <FoldMenu
        className="ml-auto border-b-2 border-transparent has-[[aria-current=page]]:border-accent has-[[aria-current=page]]:text-accent sm:hidden"
        nameClass="rounded px-2 text-sm font-semibold hover:bg-paper"
        listClass="w-64 max-w-[calc(100vw-2rem)] py-1"
        name={t("more")}
      >
        {rest("line")}
      </FoldMenu>
    </>
  );
}
