import Link from "next/link";
import { useTranslations } from "next-intl";
import { LINK } from "#components/ui/button-class.ts";
import { sectionsPath } from "#features/addresses/desk.ts";
import type { SectionToName } from "#features/renaming/types.ts";
import { ProposedName } from "./proposed-name.tsx";

type Props = { sections: readonly SectionToName[]; host: string };

/** Names of sections that somebody else waits for, on the desk's home. Nothing when there is nothing. */
export function NamesWaiting({ sections, host }: Props) {
  const t = useTranslations("desk.sections");
  if (sections.length === 0) return null;
  return (
    <section className="space-y-3 rounded-lg border-2 border-warn bg-field p-4" aria-labelledby="names-waiting">
      <h2 id="names-waiting" className="text-lg font-bold">
        {t("waiting")}
      </h2>
      {sections.map((section) => (
        <div key={section.id} className="space-y-1">
          {section.depth > 0 ? <p className="text-ink-soft text-sm break-words">{section.path}</p> : null}
          <ProposedName section={section} host={host} />
        </div>
      ))}
      <p>
        <Link href={sectionsPath} prefetch={false} className={LINK}>
          {t("toSections")}
        </Link>
      </p>
    </section>
  );
}
