import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ChoiceList } from "#components/desk/fronts/choice-list.tsx";
import { Chooser } from "#components/desk/fronts/chooser.tsx";
import { LookAt } from "#components/desk/fronts/look-at.tsx";
import { Panel } from "#components/desk/panel.tsx";
import { PreviewFrame } from "#components/desk/review/preview-frame.tsx";
import { ScreenHead } from "#components/desk/screen-head.tsx";
import { Note } from "#components/ui/note.tsx";
import { frontPath, frontPreviewPath, placeAsked } from "#features/addresses/desk.ts";
import { frontDesk } from "#features/arranging/queries.ts";
import { staffOrSignIn } from "#features/sessions/actor.ts";
import { momentInWords, momentOf, toTyped } from "#lib/dates.ts";
import { hourAsked } from "#lib/hours.ts";

type Props = { params: Promise<{ place: string }>; searchParams: Promise<{ at?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("desk.fronts"))("title") };
}

/** What stands in a front, now or at another hour; whoever may choose for it does so here. */
export default async function FrontPage({ params, searchParams }: Props) {
  const [{ place }, { at: asked }] = await Promise.all([params, searchParams]);
  const sectionId = placeAsked(place);
  if (sectionId === undefined) notFound();
  const staff = await staffOrSignIn(frontPath(sectionId));
  const now = new Date();
  const hour = hourAsked(asked, now);
  const ahead = hour !== null && hour > now ? hour : null;
  const front = await frontDesk(staff, sectionId, ahead ?? now);
  if (front === null) notFound();
  const t = await getTranslations("desk.fronts");
  const typed = ahead === null ? "" : toTyped(ahead);
  const shown = { sectionId, base: front.base, by: staff.personId };
  const screen = { ...shown, over: front.over, from: ahead?.toISOString() ?? null };
  const preview = frontPreviewPath(sectionId, ahead === null ? {} : { at: typed });
  return (
    <>
      <ScreenHead title={front.name ?? t("home")} about={t("placeAbout")} />
      <div className="mb-4 space-y-3">
        <LookAt path={frontPath(sectionId)} at={typed} />
        {asked !== undefined && hour === null ? <Note look="warning">{t("hourUnread")}</Note> : null}
        {hour !== null && ahead === null ? <Note look="warning">{t("hourPassed", { at: momentOf(hour) })}</Note> : null}
        {ahead === null ? null : <Note>{t("ahead", { at: momentInWords(ahead) })}</Note>}
        {front.mayChoose ? null : <Note>{t("mayNot")}</Note>}
      </div>
      <div className="grid items-start gap-6 xl:grid-cols-2">
        <section aria-labelledby="slots" className="min-w-0 space-y-3">
          <h2 id="slots" className="text-lg font-bold">
            {t("slots")}
          </h2>
          {front.mayChoose ? <p className="text-ink-soft text-sm">{t("slotsAbout")}</p> : null}
          <Chooser screen={screen} bands={front.bands} mayChoose={front.mayChoose} />
          <Panel title={t("choices")} count={front.base} open>
            <ChoiceList
              screen={{ ...shown, over: front.overNow }}
              choices={front.choices}
              mayChoose={front.mayChoose}
            />
          </Panel>
        </section>
        <section aria-labelledby="preview" className="min-w-0">
          <h2 id="preview" className="text-lg font-bold">
            {ahead === null ? t("previewNow") : t("previewAt", { at: momentOf(ahead) })}
          </h2>
          {/* Drawn anew with each choice. */}
          <PreviewFrame key={`${preview} ${front.base}`} src={preview} title={t("preview")} />
        </section>
      </div>
    </>
  );
}
