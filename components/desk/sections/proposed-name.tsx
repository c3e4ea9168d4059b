import { useTranslations } from "next-intl";
import { Actions } from "#components/ui/actions.tsx";
import { sectionPath } from "#features/addresses/public.ts";
import type { SectionToName } from "#features/renaming/types.ts";
import { momentInWords } from "#lib/dates.ts";
import { AgreeButton, DropButton } from "./answer-buttons.tsx";

type Props = { section: SectionToName; host: string };

/** What stands as proposed for a section: old and new beside each other, and what may be answered. Nothing where nothing does. */
export function ProposedName({ section: { id, name, slug, opened, last, mayAgree, mayDrop }, host }: Props) {
  const t = useTranslations("desk.sections");
  if (last?.kind !== "section_name_proposed") return null;
  const { after, by, at } = last;
  const isMoved = after.slug !== slug;
  const isRenamed = after.name !== name;
  const address = `${host}${sectionPath(after.slug)}`;
  const about = isRenamed
    ? t("willBe", { before: name, name: after.name, address })
    : t("willMove", { name, old: sectionPath(slug), address });
  const addresses = isMoved ? t(opened ? "oldLeadsOn" : "nobodyKnows", { old: sectionPath(slug) }) : t("addressStays");
  const said = { sectionId: id, base: last.id };
  return (
    <div className="space-y-2 rounded-md border-l-4 border-warn bg-paper px-4 py-3 break-words">
      <p className="font-semibold">{about}</p>
      <p className="text-sm">{addresses}</p>
      <p className="text-ink-soft text-sm">{t("proposedBy", { by, at: momentInWords(at) })}</p>
      {mayAgree ? null : <p className="text-sm">{t("waits")}</p>}
      {mayAgree || mayDrop ? (
        <Actions
          inList
          main={
            mayAgree ? (
              <AgreeButton
                {...{ said, name }}
                about={`${about} ${addresses} ${t(isRenamed ? "atOnce" : "addressAtOnce")}`}
              />
            ) : null
          }
          danger={mayDrop ? <DropButton key={last.id} said={said} name={name} /> : null}
        />
      ) : null}
    </div>
  );
}
