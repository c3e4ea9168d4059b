import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ScreenHead } from "#components/desk/screen-head.tsx";
import { SectionRow } from "#components/desk/sections/section-row.tsx";
import { NoEntry } from "#components/people/no-entry.tsx";
import { sectionsPath } from "#features/addresses/desk.ts";
import { outcomeOf } from "#features/edge/outcome.ts";
import { administratorsFor } from "#features/people/queries.ts";
import { originOf } from "#features/reading/origin.ts";
import { siteById } from "#features/reading/queries.ts";
import { sectionsToNameFor } from "#features/renaming/queries.ts";
import { isAdministrator } from "#features/roles/roles.ts";
import { staffOrSignIn } from "#features/sessions/actor.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("desk"))("sections.title") };
}

/** What the sections of a site are called and where they stand, and what is proposed instead. */
export default async function SectionsPage() {
  const staff = await staffOrSignIn(sectionsPath);
  const [t, answer, site] = await Promise.all([
    getTranslations("desk.sections"),
    outcomeOf(() => sectionsToNameFor(staff)),
    siteById(staff.siteId),
  ]);
  if (!answer.ok) return <NoEntry sentence={answer.sentence} administrators={await administratorsFor(staff)} />;
  const { host } = new URL(originOf(site));
  return (
    <div className="max-w-4xl">
      <ScreenHead title={t("title")} about={t(isAdministrator(staff) ? "about" : "aboutApprover")} />
      {answer.value.length === 0 ? (
        <p className="text-ink-soft">{t("none")}</p>
      ) : (
        <ul className="rounded-lg border border-line bg-field px-4">
          {answer.value.map((section) => (
            <SectionRow key={section.id} section={section} host={host} />
          ))}
        </ul>
      )}
    </div>
  );
}
