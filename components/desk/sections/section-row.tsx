import { useTranslations } from "next-intl";
import { sectionPath } from "#features/addresses/public.ts";
import type { NameDeed, SectionToName } from "#features/renaming/types.ts";
import { momentInWords } from "#lib/dates.ts";
import { ProposedName } from "./proposed-name.tsx";
import { RenameDialog } from "./rename-dialog.tsx";

type Props = { section: SectionToName; host: string };

/** How far in a section stands for each that is above it. The last is for all that are deeper. */
const DEPTHS = ["", "ps-5", "ps-10", "ps-15"] as const;

/** A section in the tree: its name and addresses, what is proposed, and the way to propose. */
export function SectionRow({ section, host }: Props) {
  const t = useTranslations("desk.sections");
  const { id, name, slug, path, depth, opened, former, last, mayPropose } = section;
  return (
    <li className="border-line border-b py-3 last:border-b-0">
      <div className={`${DEPTHS[Math.min(depth, DEPTHS.length - 1)]} space-y-2`}>
        <div className="flex flex-wrap items-start gap-x-3 gap-y-2">
          <div className="min-w-0 grow basis-60 break-words">
            <h2 className="font-semibold">
              {depth > 0 ? <span className="sr-only">{t("below", { path })} </span> : null}
              {name}
            </h2>
            <p className="text-ink-soft text-sm">{t("at", { address: `${host}${sectionPath(slug)}` })}</p>
            {opened ? null : <p className="text-ink-soft text-sm">{t("notOpened")}</p>}
            {former.length === 0 ? null : (
              <p className="text-ink-soft text-sm">
                {t("former", { addresses: former.map(sectionPathOf).join(", ") })}
              </p>
            )}
            {last?.kind === "section_renamed" ? (
              <p className="text-ink-soft text-sm">
                {t(isRenamed(last) ? "renamed" : "moved", {
                  before: isRenamed(last) ? last.before.name : sectionPath(last.before.slug),
                  ...{ by: last.by, proposedBy: last.proposedBy, at: momentInWords(last.at) },
                })}
              </p>
            ) : null}
            {last?.kind === "section_name_dropped" ? (
              <p className="text-ink-soft text-sm">
                {t(isRenamed(last) ? "dropped" : "moveDropped", {
                  ...{ name: last.after.name, address: sectionPath(last.after.slug) },
                  ...{ by: last.by, at: momentInWords(last.at) },
                })}
              </p>
            ) : null}
          </div>
          {mayPropose ? (
            <RenameDialog
              {...{ host, path, opened }}
              section={{ id, name, slug }}
              proposed={last?.kind === "section_name_proposed" ? last.after : null}
              base={last?.id ?? 0}
            />
          ) : null}
        </div>
        <ProposedName section={section} host={host} />
      </div>
    </li>
  );
}

/** Not where only the address is, or would have been, another one. */
const isRenamed = ({ before, after }: NameDeed) => before.name !== after.name;

const sectionPathOf = (slug: string) => sectionPath(slug);
